package org.facepay.terminal.provider.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.facepay.terminal.provider.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of the other side's that are exchanged. */
class PublicKeysTest {
  @TempDir Path folder;

  private static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Keys.base64(keys.getPublic())
        + "\n-----END PUBLIC KEY-----\n";
  }

  @Test
  void aNewKeyOfTheWalletCountsOnceItIsInTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("alipay.pub"), pem(Keys.ALIPAY));
    AtomicLong nanos = new AtomicLong();
    PublicKeys keys = new PublicKeys.InFile(file, nanos::get);
    String old = Rsa.sign("text", Keys.ALIPAY.getPrivate());
    String next = Rsa.sign("text", Keys.MERCHANT.getPrivate());
    assertTrue(keys.verify("text", old));
    assertFalse(keys.verify("text", next));
    Files.writeString(file, pem(Keys.ALIPAY) + pem(Keys.MERCHANT));
    assertFalse(keys.verify("text", next), "a forger does not make it read for each signature");
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertTrue(keys.verify("text", next));
    assertTrue(keys.verify("text", old), "both while they are exchanged");
    assertFalse(keys.verify("text", Rsa.sign("text", Keys.FORGER.getPrivate())));

    Files.writeString(file, "half a key"); // being copied, or spoilt
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertFalse(keys.verify("text", Rsa.sign("text", Keys.FORGER.getPrivate())));
    assertTrue(keys.verify("text", old), "the keys in hand are kept");
    Files.writeString(file, pem(Keys.MERCHANT));
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertFalse(keys.verify("text", Rsa.sign("text", Keys.FORGER.getPrivate())));
    assertFalse(keys.verify("text", old), "the old key is gone");
    assertTrue(keys.verify("text", next));
  }

  private String refusal(Path file) {
    return String.valueOf(
        assertThrows(IOException.class, () -> PublicKeys.inFile(file)).getMessage());
  }

  @Test
  void keysThatAreNoneOrShortOrOpenAreRefusedWithTheReason() throws Exception {
    Path file = folder.resolve("keys.pub");
    Files.writeString(file, pem(Keys.ALIPAY) + pem(Keys.MERCHANT) + pem(Keys.FORGER));
    assertTrue(refusal(file).contains("one or two"), refusal(file));
    Files.writeString(file, "");
    assertTrue(refusal(file).contains("found 0"), refusal(file));
    Files.writeString(file, pem(Keys.SHORT));
    assertTrue(refusal(file).contains("2048"), refusal(file));
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    Files.writeString(file, pem(curves.generateKeyPair()));
    assertTrue(refusal(file).contains("expected an RSA public key"), refusal(file));
    Files.writeString(file, pem(Keys.ALIPAY));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
    assertTrue(refusal(file).contains("chmod"), refusal(file));
  }
}
