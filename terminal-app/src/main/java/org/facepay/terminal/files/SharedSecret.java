package org.facepay.terminal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A secret that the terminals of a shop share: a text in a file without the white space around it.
 */
public final class SharedSecret {
  private static final int LEAST = 16;

  private SharedSecret() {}

  /**
   * Reads it.
   *
   * @return its UTF-8 bytes
   * @throws IOException when there is none of at least 16 characters
   */
  public static byte[] read(Path file) throws IOException {
    byte[] secret = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    if (secret.length < LEAST) {
      throw new ExplainedException(file, FileWords.SHORT_SECRET, LEAST);
    }
    return secret;
  }
}
