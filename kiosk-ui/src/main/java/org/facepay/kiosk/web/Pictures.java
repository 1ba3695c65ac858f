package org.facepay.kiosk.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shop's own pictures of its goods: files of one folder, named after an article's number. They
 * come from outside, so each is served as a picture and as nothing else: a script inside an SVG
 * does not run in an image, and the policy of every answer forbids it in a document.
 */
public final class Pictures {
  /** Where they are asked for. */
  public static final String HOME = "/pictures/";

  /** Larger files make a small device slow; a tile is 240 pixels at most. */
  public static final int MOST_BYTES = 512 * 1024;

  private static final Pattern NAME = Pattern.compile("([0-9]{3,14})\\.(svg|png|jpe?g|webp)");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "webp", "image/webp");

  private final Optional<Path> folder;

  Pictures(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The article's number that a file is named after; empty for a file that is no picture. */
  public static Optional<String> article(String file) {
    var name = NAME.matcher(file);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /** The picture at this path; empty where there is none, or it is too large or no plain file. */
  Optional<Assets.Asset> at(String path) {
    if (folder.isEmpty() || !path.startsWith(HOME)) {
      return Optional.empty();
    }
    String name = path.substring(HOME.length());
    return article(name).flatMap(_ -> read(folder.get().resolve(name)));
  }

  private static Optional<Assets.Asset> read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      return content.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(new Assets.Asset(mediaType(file), content));
    } catch (IOException _) {
      // The tile shows the article's first letter, as for one without a picture.
      return Optional.empty();
    }
  }

  private static String mediaType(Path file) {
    String name = file.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
