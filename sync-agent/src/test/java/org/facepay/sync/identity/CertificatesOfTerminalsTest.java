package org.facepay.sync.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tickets and requests for certificates, as somebody else may have written them. */
class CertificatesOfTerminalsTest {
  private static final URI HOME = URI.create("https://collector.example:8443/");
  private static final String AUTHORITY = "A".repeat(43);

  @Test
  void aTicketIsReadAsItWasWritten() {
    Ticket ticket = Ticket.fresh(HOME, AUTHORITY, new SecureRandom());
    assertEquals(Optional.of(ticket), Ticket.of(" " + ticket.text() + "\n"));
    assertFalse(ticket.toString().contains(ticket.token()), "the log tells no token");
  }

  @Test
  void whatIsNoTicketIsNone() {
    String good = Ticket.fresh(HOME, AUTHORITY, new SecureRandom()).text();
    for (String wrong :
        new String[] {
          "",
          "6900123400074",
          good.replace("https", "http"),
          good.replace("#", "?"),
          good.substring(1),
          good.substring(0, good.length() - 1),
          good + "A",
          good.replace("collector.example", "collector.example/path"),
          good.replace("collector.example", "user@collector.example"),
          good.replace("collector.example", ""),
          good.replace(":8443", ":port")
        }) {
      assertEquals(Optional.empty(), Ticket.of(wrong), wrong);
    }
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      char[] text = good.toCharArray();
      text[random.nextInt(text.length)] = (char) random.nextInt(0x3000);
      Optional<Ticket> read = Ticket.of(new String(text));
      read.ifPresent(t -> assertEquals(Optional.of(t), Ticket.of(t.text())));
    }
  }

  @Test
  void aRequestProvesItsKey() throws Exception {
    KeyPair keys = SigningRequest.newKey();
    byte[] request = SigningRequest.of(keys);
    assertArrayEquals(keys.getPublic().getEncoded(), SigningRequest.read(request).getEncoded());
    byte[] other = SigningRequest.of(SigningRequest.newKey());
    // The key of the one in the request of the other: nobody has signed that.
    byte[] forged = request.clone();
    byte[] point = Arrays.copyOfRange(SigningRequest.read(other).getEncoded(), 27, 91);
    int at = indexOf(request, Arrays.copyOfRange(keys.getPublic().getEncoded(), 27, 91));
    System.arraycopy(point, 0, forged, at, point.length);
    assertThrows(IOException.class, () -> SigningRequest.read(forged));
  }

  private static int indexOf(byte[] whole, byte[] part) {
    for (int i = 0; i + part.length <= whole.length; i++) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not in it");
  }

  @Test
  void damagedRequestsAreRefused() throws Exception {
    KeyPair keys = SigningRequest.newKey();
    byte[] request = SigningRequest.of(keys);
    Random random = new Random(2);
    for (int length = 0; length < request.length; length++) {
      byte[] cut = Arrays.copyOf(request, length);
      assertThrows(IOException.class, () -> SigningRequest.read(cut), "cut at " + length);
    }
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      assertThrows(IOException.class, () -> SigningRequest.read(noise));
      byte[] bent = request.clone();
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
      assertTrue(refusedOrThe(keys, bent), "no other key");
    }
  }

  /** A bit that says nothing may be any. */
  private static boolean refusedOrThe(KeyPair keys, byte[] request) {
    try {
      return SigningRequest.read(request).equals(keys.getPublic());
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void aKeyOfAnotherKindIsRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(384);
    byte[] larger = SigningRequest.of(generator.generateKeyPair());
    IOException e = assertThrows(IOException.class, () -> SigningRequest.read(larger));
    assertTrue(e.getMessage().contains("P-256"), e.getMessage());
  }

  @Test
  void aDamagedFileOfCredentialsIsNamedAsThat() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      byte[] noise = new byte[random.nextInt(600)];
      random.nextBytes(noise);
      assertThrows(IOException.class, () -> Credentials.decode(noise));
    }
  }
}
