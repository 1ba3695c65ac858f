package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is served is what the page leads to. */
class AssetsTest {
  private static final Path HOME = Path.of("src/main/resources/org/facepay/kiosk/page");

  private final Assets assets = Assets.load(Optional.empty(), Optional.empty());

  @Test
  void noModuleStyleSheetOrFontIsLeftOut() throws IOException {
    try (var files = Files.walk(HOME)) {
      List<Path> notServed =
          files
              .filter(file -> file.toString().matches(".*\\.(js|css|woff2)"))
              .map(HOME::relativize)
              .filter(file -> assets.at("/page/" + file).isEmpty())
              .toList();
      assertEquals(List.of(), notServed);
    }
  }

  @Test
  void modulesOfTheViewLibraryComeFromItsWebJar() {
    assertTrue(assets.at("/lit/lit-html.js").isPresent());
    assertTrue(assets.at("/lit/directives/repeat.js").isPresent());
    assertTrue(assets.at("/lit/directive-helpers.js").isPresent());
  }

  @Test
  void whatThePageDoesNotLeadToIsNotServed() {
    assertTrue(assets.at("/page/messages.d.ts").isEmpty());
    assertTrue(assets.at("/page/icons.svg").isEmpty());
    assertTrue(assets.at("/page/font/LICENSE.txt").isEmpty());
    assertTrue(assets.at("/lit/directives/until.js").isEmpty());
  }
}
