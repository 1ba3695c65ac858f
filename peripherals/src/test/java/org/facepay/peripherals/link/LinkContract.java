package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.Leaks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every link does, over a real wire; a link's test extends this. */
@Timeout(30)
abstract class LinkContract {
  private static final Duration LONG = Duration.ofSeconds(3);
  private static final Duration SHORT = Duration.ofMillis(150);
  private Plug plug;
  private Link link;

  /** A plug of the kind, plugged in. */
  abstract Plug plug() throws IOException;

  /** Opens what a plug's path names. */
  abstract Link open(String path) throws DeviceException;

  @BeforeEach
  void openBoth() throws Exception {
    plug = plug();
    link = open(plug.path());
    Await.until("the line is there", () -> plug.line() != null);
  }

  @AfterEach
  void closeBoth() throws Exception {
    link.close();
    link.close();
    plug.close();
  }

  @Test
  void carriesBytesBothWays() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    link.write(all, LONG);
    byte[] buffer = new byte[1024];
    int count = 0;
    while (count < all.length) {
      byte[] part = new byte[256];
      int read = plug.line().read(part, LONG);
      assertTrue(read > 0);
      System.arraycopy(part, 0, buffer, count, read);
      count += read;
    }
    assertArrayEquals(all, Arrays.copyOf(buffer, count));
    assertTrue(plug.line().write("hello".getBytes(StandardCharsets.US_ASCII), LONG));
    StringBuilder heard = new StringBuilder();
    while (heard.length() < 5) {
      int read = link.read(buffer, LONG);
      assertTrue(read > 0);
      heard.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
    }
    assertEquals("hello", heard.toString());
  }

  @Test
  void aQuietLineIsNoFault() throws Exception {
    byte[] buffer = new byte[16];
    long began = System.nanoTime();
    assertEquals(0, link.read(buffer, SHORT));
    assertTrue(System.nanoTime() - began >= SHORT.toNanos());
    assertEquals(0, link.read(buffer, Duration.ZERO));
    assertEquals(0, link.available());
  }

  @Test
  void waitingBytesShow() throws Exception {
    assertTrue(plug.line().write(new byte[] {1, 2}, LONG));
    Await.until("bytes wait", () -> link.available() > 0);
    byte[] buffer = new byte[16];
    int count = link.read(buffer, LONG);
    count += count < 2 ? link.read(Arrays.copyOf(buffer, 1), LONG) : 0;
    assertEquals(2, count);
  }

  @Test
  void aPulledPlugIsAFaultOfEveryCall() throws Exception {
    plug.pull();
    Await.until(
        "noticed",
        () -> {
          try {
            return link.available() < 0;
          } catch (DeviceException e) {
            return true;
          }
        });
    assertThrows(DeviceException.class, () -> link.read(new byte[4], SHORT));
    assertThrows(DeviceException.class, () -> link.write(new byte[4], SHORT));
  }

  @Test
  void aStalledPeerEndsTheWriteInTime() {
    DeviceException fault =
        assertThrows(DeviceException.class, () -> link.write(new byte[32 << 20], SHORT));
    assertTrue(fault.reason().contains("took no bytes for 150 ms"), fault.reason());
  }

  @Test
  void closingFreesABlockedRead() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                link.read(new byte[4], Duration.ofSeconds(20));
                ended.complete(new AssertionError("nothing came"));
              } catch (DeviceException e) {
                ended.complete(e);
              }
            });
    link.close();
    assertTrue(ended.get(2, TimeUnit.SECONDS) instanceof DeviceException);
  }

  @Test
  void comesBackAfterAReplugWithoutLeaks() throws Exception {
    long before = Leaks.descriptors();
    for (int i = 0; i < 10; i++) {
      link.close();
      plug.pull();
      plug.plugIn();
      link = open(plug.path());
      Await.until("the line is there", () -> plug.line() != null);
    }
    Await.until("nothing leaked", () -> Leaks.descriptors() <= before);
  }
}
