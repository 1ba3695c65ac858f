package org.facepay.vision.face;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the network files are: inside the program, or in a folder that a technician fills. A file
 * that the folder's {@code SHA256SUMS} lists is checked against it, so a damaged weight is found
 * before it recognises anybody.
 */
public final class ModelFolder {
  static final String SUMS = "SHA256SUMS";
  private static final String BUNDLED = "/org/facepay/vision/models/";
  private static final long LARGEST_BYTES = 512L << 20;

  private final @Nullable Path folder;

  private ModelFolder(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The models that come with the program. */
  public static ModelFolder bundled() {
    return new ModelFolder(null);
  }

  /** Models in a folder, under the names of the bundled ones. */
  public static ModelFolder at(Path folder) {
    return new ModelFolder(folder);
  }

  /**
   * The whole file.
   *
   * @throws ModelException when it is missing, unreadable, larger than 512 MB, or not what {@code
   *     SHA256SUMS} says
   */
  byte[] read(String name) throws ModelException {
    byte[] bytes = bytes(name);
    String expected = sums().get(name);
    if (expected != null && !expected.equals(sha256(bytes))) {
      throw new ModelException(
          describe(name), "damaged: expected SHA-256 " + expected + ", got " + sha256(bytes));
    }
    return bytes;
  }

  /** The file's name with its folder, for messages. */
  String describe(String name) {
    return folder == null ? name + " (bundled)" : folder.resolve(name).toString();
  }

  private Map<String, String> sums() throws ModelException {
    Map<String, String> sums = new HashMap<>();
    if (folder != null && !Files.exists(folder.resolve(SUMS))) {
      return sums;
    }
    for (String line : new String(bytes(SUMS), StandardCharsets.UTF_8).split("\n", -1)) {
      String[] words = line.strip().split("\\s+", 2);
      if (words.length == 2) {
        sums.put(words[1], words[0]);
      }
    }
    return sums;
  }

  private byte[] bytes(String name) throws ModelException {
    try {
      if (folder != null) {
        Path file = folder.resolve(name);
        if (Files.size(file) > LARGEST_BYTES) {
          throw new ModelException(describe(name), "larger than 512 MB");
        }
        return Files.readAllBytes(file);
      }
      try (InputStream in = ModelFolder.class.getResourceAsStream(BUNDLED + name)) {
        if (in == null) {
          throw new ModelException(describe(name), "missing from the program; build it again");
        }
        return in.readAllBytes();
      }
    } catch (NoSuchFileException e) {
      throw new ModelException(describe(name), "missing; scripts/fetch-models makes it", e);
    } catch (IOException e) {
      throw new ModelException(describe(name), "cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
