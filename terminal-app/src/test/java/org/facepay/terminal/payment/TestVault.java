package org.facepay.terminal.payment;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.facepay.terminal.member.Vault;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.GalleryKey;

/** The terminal's own seal, with a key of the test. */
public record TestVault(GalleryKey key) implements Vault {

  public static TestVault in(Path folder) throws IOException {
    try {
      return new TestVault(GalleryKey.create(folder.resolve("test.key")));
    } catch (GalleryException e) {
      throw new IOException(e);
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
}
