package org.facepay.terminal.world.members;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.facepay.terminal.member.Vault;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.GalleryKey;

/**
 * The seal of what nobody may read in a terminal's databases. The key never lies in their folder; a
 * provisioned terminal keeps it on another disk.
 */
public record Seal(GalleryKey key) implements Vault {

  /**
   * Reads the key, or makes it before anything is sealed.
   *
   * @param sealed a database whose content needs the key
   * @throws IOException when the key is missing although there is such a database, or is none
   */
  public static Vault under(Path file, Path sealed) throws IOException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file) && Files.exists(sealed)) {
        throw new IOException("the key " + file + " is missing; put it back from its backup");
      }
      return new Seal(Files.exists(file) ? GalleryKey.read(file) : GalleryKey.create(file));
    } catch (GalleryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public byte[] tag(String text) {
    return key.tag(text);
  }

  @Override
  public byte[] seal(byte[] plain, String context) {
    return key.seal(plain, key.tag(context));
  }

  @Override
  public byte[] open(byte[] sealed, String context) throws GeneralSecurityException {
    return key.open(sealed, key.tag(context));
  }

  @Override
  public String toString() {
    return "Seal[REDACTED]";
  }
}
