package org.facepay.kiosk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page's files, read once from the class path into memory: what {@code index.html} leads to by
 * links, imports and font faces, and the goods' pictures, which are read when they are asked for.
 * Nothing else can be asked for, so no path of a request ever reaches the class loader.
 */
final class Assets {
  private static final String HOME = "/org/facepay/kiosk/page/";
  private static final String LIT = "/META-INF/resources/webjars/lit-html/3.3.2/";

  /** By the ending of a file's name; others are not served. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

  /** A link of a page, an import of a module, a file of a font face; all of this server's own. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?:\\b(?:href|src)=|\\bfrom ?|\\burl\\()[\"'](\\.{0,2}/[^\"']+)[\"']");

  private final Map<String, Asset> byPath;
  private final String build;
  private final Pictures pictures;

  private Assets(Map<String, Asset> byPath, String build, Pictures pictures) {
    this.byPath = byPath;
    this.build = build;
    this.pictures = pictures;
  }

  /** One file with its media type. */
  record Asset(String mediaType, byte[] content) {}

  /**
   * Reads everything.
   *
   * @param panel the layout the page must take; empty lets it look at its window
   * @param pictures the folder of the goods' pictures
   */
  static Assets load(Optional<Panel> panel, Optional<Path> pictures) {
    String index =
        text(HOME + "index.html")
            .replace("<!-- icons -->", text(HOME + "icons.svg"))
            .replace("<!-- products -->", text(HOME + "products.svg"));
    Map<String, Asset> all = reachable(index);
    ByteArrayOutputStream everything = new ByteArrayOutputStream();
    everything.writeBytes(index.getBytes(StandardCharsets.UTF_8));
    all.values().forEach(asset -> everything.writeBytes(asset.content()));
    String build = HexDigest.sha256(everything.toByteArray()).substring(0, 16);
    String filled =
        index.replace("{build}", build).replace("{panel}", panel.map(Panel::tag).orElse(""));
    all.put("/", new Asset("text/html; charset=utf-8", filled.getBytes(StandardCharsets.UTF_8)));
    return new Assets(Map.copyOf(all), build, new Pictures(pictures));
  }

  Optional<Asset> at(String path) {
    return Optional.ofNullable(byPath.get(path)).or(() -> pictures.at(path));
  }

  /** Changes with every change of a file; a page of another build reloads itself. */
  String build() {
    return build;
  }

  /** Follows every reference of the page, in the order of first mention. */
  private static Map<String, Asset> reachable(String index) {
    Map<String, Asset> all = new LinkedHashMap<>();
    Deque<String> toRead = new ArrayDeque<>();
    follow("/", index, toRead);
    while (!toRead.isEmpty()) {
      String path = toRead.remove();
      if (!all.containsKey(path)) {
        byte[] content = read(resource(path));
        all.put(path, new Asset(mediaType(path), content));
        if (path.endsWith(".js") || path.endsWith(".css")) {
          follow(path, new String(content, StandardCharsets.UTF_8), toRead);
        }
      }
    }
    return all;
  }

  private static void follow(String path, String text, Deque<String> toRead) {
    var reference = REFERENCE.matcher(COMMENT.matcher(text).replaceAll(""));
    while (reference.find()) {
      toRead.add(URI.create(path).resolve(reference.group(1)).getPath());
    }
  }

  private static String resource(String path) {
    if (path.startsWith("/lit/")) {
      return LIT + path.substring("/lit/".length());
    }
    if (path.startsWith("/page/")) {
      return HOME + path.substring("/page/".length());
    }
    throw new IllegalStateException("the page refers to something that is not its own: " + path);
  }

  private static String mediaType(String path) {
    String type = MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("no media type for " + path);
    }
    return type;
  }

  private static String text(String path) {
    return new String(read(path), StandardCharsets.UTF_8);
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
