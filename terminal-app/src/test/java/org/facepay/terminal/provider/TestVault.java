package org.facepay.terminal.provider;

import java.io.IOException;
import java.nio.file.Path;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.world.members.Seal;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.GalleryKey;

/** The terminal's own seal, with a key of the test. */
public final class TestVault {
  private TestVault() {}

  public static Vault in(Path folder) throws IOException {
    try {
      return new Seal(GalleryKey.create(folder.resolve("test.key")));
    } catch (GalleryException e) {
      throw new IOException(e);
    }
  }
}
