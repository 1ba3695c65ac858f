package org.facepay.terminal.provider.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Rsa;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Rsa2Test {
  @TempDir Path folder;

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.createTempFile(folder, "key", ".pem");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  private static String pem(String kind, String base64) {
    String lines = base64.replaceAll("(.{64})", "$1\n");
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }

  @Test
  void readsPemAndBareBase64() throws Exception {
    String secret = Keys.base64(Keys.MERCHANT.getPrivate());
    String open = Keys.base64(Keys.ALIPAY.getPublic());
    for (String text : List.of(secret, secret + "\n", pem("PRIVATE KEY", secret))) {
      for (String permissions : List.of("rw-------", "r--------")) {
        assertEquals(Keys.MERCHANT.getPrivate(), Rsa.privateKey(file(text, permissions)));
      }
    }
    for (String text : List.of(open, pem("PUBLIC KEY", open).replace("\n", "\r\n"))) {
      assertEquals(Keys.ALIPAY.getPublic(), Rsa.publicKey(file(text, "rw-r--r--")));
    }
  }

  @Test
  void refusesAPrivateKeyThatOthersMayReadOrChange() throws Exception {
    String secret = Keys.base64(Keys.MERCHANT.getPrivate());
    for (String permissions : List.of("rw-r--r--", "rw----r--", "rw-r-----", "rw--w----")) {
      Path file = file(secret, permissions);
      IOException e = assertThrows(IOException.class, () -> Rsa.privateKey(file));
      assertTrue(
          e.getMessage().startsWith(file + ": ") && e.getMessage().contains("chmod 600"),
          e.getMessage());
    }
  }

  @Test
  void refusesWhatIsNoSuchKeyAndNeverQuotesIt() throws Exception {
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    String curve =
        Base64.getEncoder().encodeToString(curves.generateKeyPair().getPrivate().getEncoded());
    String open = Keys.base64(Keys.ALIPAY.getPublic());
    String secret = Keys.base64(Keys.MERCHANT.getPrivate());
    for (String text :
        List.of(
            "",
            "密钥",
            "no key at all",
            curve,
            open,
            secret.substring(0, 400),
            pem("RSA PRIVATE KEY", secret.substring(36)))) {
      Path file = file(text, "rw-------");
      IOException e = assertThrows(IOException.class, () -> Rsa.privateKey(file));
      assertTrue(e.getMessage().startsWith(file + ": expected"), e.getMessage());
      assertFalse(text.length() > 100 && e.getMessage().contains(text.substring(40, 80)));
    }
    Path wrong = file(secret, "rw-------");
    IOException e = assertThrows(IOException.class, () -> Rsa.publicKey(wrong));
    assertTrue(e.getMessage().contains("RSA public key"), e.getMessage());
    assertThrows(IOException.class, () -> Rsa.privateKey(folder.resolve("none.pem")));
  }

  @Test
  void anythingThatIsNoSignatureIsNotValid() {
    String sign = Rsa.sign("text", Keys.ALIPAY.getPrivate());
    assertTrue(Rsa.verify("text", sign, Keys.ALIPAY.getPublic()));
    for (String wrong : List.of("", "!", "AAAA", sign.substring(4), sign + "AAAA", sign + " ")) {
      assertFalse(Rsa.verify("text", wrong, Keys.ALIPAY.getPublic()), wrong);
    }
    assertFalse(Rsa.verify("Text", sign, Keys.ALIPAY.getPublic()));
    assertFalse(Rsa.verify("text", sign, Keys.FORGER.getPublic()));
  }
}
