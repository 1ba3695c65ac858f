package org.facepay.terminal.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.lab.shop.Judged;
import org.jspecify.annotations.Nullable;

/** Something that is tried in a shop of its own, whose folder stays. */
interface Trial {
  Judged in(DemoShop shop, Path folder) throws Exception;

  /**
   * Tries it and prints what it came to.
   *
   * @param name what the folder's name begins with
   * @return the exit code
   */
  static int of(String name, DemoShop.Settings settings, Trial trial) throws Exception {
    return in(Files.createTempDirectory(name), settings, trial);
  }

  /** The same of something that takes long: where its folder is, is said before. */
  static int atLength(String name, DemoShop.Settings settings, Trial trial) throws Exception {
    Path folder = Files.createTempDirectory(name);
    System.out.println("folder " + folder);
    return in(folder, settings, trial);
  }

  private static int in(Path folder, DemoShop.Settings settings, Trial trial) throws Exception {
    try (DemoShop shop = new DemoShop(folder, settings)) {
      Judged result = trial.in(shop, folder);
      System.out.println(result);
      return result.good() ? 0 : 1;
    }
  }

  /** Where files go that somebody may want to look at: a new folder where none is named. */
  static Path folder(@Nullable Path named, String name) throws IOException {
    return named == null ? Files.createTempDirectory(name) : named;
  }

  /** Where the terminal that is tried writes its log. */
  static Path log(Path folder) {
    return folder.resolve("terminal.log");
  }
}
