package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Space kept for the session under way: a file that is deleted when the disk is full, so that the
 * sale being paid can still be written.
 */
record Ballast(Path file) {
  static final int BYTES = 1 << 20;
  static final String SUFFIX = ".ballast";

  static Ballast of(Path journal) {
    return new Ballast(journal.resolveSibling(journal.getFileName() + SUFFIX));
  }

  boolean held() {
    return Files.exists(file);
  }

  /** Takes the space; false when there is none. */
  boolean take() {
    try {
      if (!held() || Files.size(file) != BYTES) {
        byte[] noise = new byte[BYTES];
        new SecureRandom().nextBytes(noise); // a file of zeros may take no space at all
        Files.write(file, noise);
      }
      return true;
    } catch (IOException e) {
      giveUp();
      return false;
    }
  }

  /** Gives the space back; false when there was none to give. */
  boolean giveUp() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }
}
