package org.facepay.terminal.files;

import java.nio.file.Path;

/**
 * Where a key is kept when nothing else is said: beside the folder of what it seals, never in it,
 * since a copy of that folder would open itself.
 */
public final class KeyFolder {
  private KeyFolder() {}

  /**
   * A key's file.
   *
   * @param data the terminal's data folder
   */
  public static Path beside(Path data, String name) {
    return data.toAbsolutePath().normalize().resolveSibling("keys").resolve(name);
  }
}
