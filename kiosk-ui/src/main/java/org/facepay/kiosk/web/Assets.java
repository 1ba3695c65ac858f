package org.facepay.kiosk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The page's files, read once from the class path into memory. Only the files listed here can be
 * asked for, so no path ever reaches the class loader.
 */
final class Assets {
  private static final String HOME = "/org/facepay/kiosk/page/";
  private static final String LIT = "/META-INF/resources/webjars/lit-html/3.3.2/";
  private static final String JS = "text/javascript; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  private static final List<String> MODULES =
      List.of(
          "main",
          "link",
          "press",
          "glass",
          "look",
          "parts",
          "drawings",
          "sound",
          "words",
          "words-zh",
          "words-en",
          "preview",
          "countdown",
          "screens",
          "attract",
          "basket",
          "paging",
          "line",
          "pay",
          "result",
          "success",
          "rest",
          "consent",
          "face",
          "keypad",
          "produce",
          "weighing",
          "payqr",
          "hold",
          "refund",
          "ended",
          "member",
          "overlays");

  private static final List<String> STYLES =
      List.of("tokens", "components", "screens", "faces", "weighing", "payments");

  private static final List<String> LIT_FILES =
      List.of(
          "lit-html.js",
          "directive.js",
          "directive-helpers.js",
          "directives/keyed.js",
          "directives/repeat.js");

  /** The slices of Noto Sans SC in the order of their names; font.css says which has what. */
  private static final List<String> FONT_SLICES =
      Stream.concat(
              Stream.of("latin", "90"), IntStream.rangeClosed(97, 119).mapToObj(Integer::toString))
          .toList();

  private final Map<String, Asset> byPath;
  private final String build;

  private Assets(Map<String, Asset> byPath, String build) {
    this.byPath = byPath;
    this.build = build;
  }

  /** One file with its media type. */
  record Asset(String mediaType, byte[] content) {}

  /**
   * Reads everything.
   *
   * @param panel the layout the page must take; empty lets it look at its window
   */
  static Assets load(Optional<Panel> panel) {
    Map<String, Asset> all = new LinkedHashMap<>();
    for (String name : MODULES) {
      all.put("/page/" + name + ".js", new Asset(JS, read(HOME + name + ".js")));
    }
    for (String name : STYLES) {
      all.put("/page/" + name + ".css", new Asset(CSS, read(HOME + name + ".css")));
    }
    for (String name : LIT_FILES) {
      all.put("/lit/" + name, new Asset(JS, read(LIT + name)));
    }
    all.put("/page/font/font.css", new Asset(CSS, read(HOME + "font/font.css")));
    for (String slice : FONT_SLICES) {
      all.put(
          "/page/font/" + slice + ".woff2",
          new Asset("font/woff2", read(HOME + "font/" + slice + ".woff2")));
    }
    all.put("/page/mark.svg", new Asset(SVG, read(HOME + "mark.svg")));
    String index =
        text("index.html")
            .replace("<!-- icons -->", text("icons.svg"))
            .replace("<!-- products -->", text("products.svg"));
    ByteArrayOutputStream everything = new ByteArrayOutputStream();
    everything.writeBytes(index.getBytes(StandardCharsets.UTF_8));
    all.values().forEach(asset -> everything.writeBytes(asset.content()));
    String build = HexDigest.sha256(everything.toByteArray()).substring(0, 16);
    String filled =
        index.replace("{build}", build).replace("{panel}", panel.map(Panel::tag).orElse(""));
    all.put("/", new Asset("text/html; charset=utf-8", filled.getBytes(StandardCharsets.UTF_8)));
    return new Assets(Map.copyOf(all), build);
  }

  Optional<Asset> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** Changes with every change of a file; a page of another build reloads itself. */
  String build() {
    return build;
  }

  private static String text(String name) {
    return new String(read(HOME + name), StandardCharsets.UTF_8);
  }

  private static byte[] read(String path) {
    try (InputStream in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
