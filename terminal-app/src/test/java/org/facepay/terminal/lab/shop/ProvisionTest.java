package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import org.facepay.sync.identity.Credentials;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.command.Main;
import org.facepay.terminal.command.Ran;
import org.facepay.terminal.world.CollectorIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A technician makes a terminal known to its collector, and an operator takes it back. */
@NeedsNatives
@Slow("opens a shop with all its simulated devices")
class ProvisionTest {
  @TempDir Path folder;
  private DemoShop shop;
  private Path data;
  private String said = "";

  @BeforeEach
  void open() throws Exception {
    shop = new DemoShop(folder, new DemoShop.Settings(0, Duration.ofSeconds(1), true));
    data = folder.resolve("data");
  }

  @AfterEach
  void close() throws Exception {
    shop.close();
  }

  private int run(String... args) {
    Ran ran = Ran.of(Main.commands(), args);
    said = ran.said();
    return ran.code();
  }

  private String ticket(String terminal) {
    String port = Integer.toString(shop.collector().uri().getPort());
    String[] asked = {
      "collector", "ticket", "--data", folder.toString(), "--host", "127.0.0.1", "--port", port, ""
    };
    asked[asked.length - 1] = terminal;
    assertEquals(0, run(asked), said);
    return said.lines().findFirst().orElseThrow();
  }

  private int provision(String ticket) {
    return run("provision", "--config", shop.config().toString(), "--token", ticket);
  }

  @Test
  void aTicketMakesTheTerminalKnownAndRevokingEndsIt() throws Exception {
    Credentials before = CollectorIdentity.kept(data).orElseThrow();
    assertEquals(0, provision(ticket("K3")), said);
    assertTrue(said.startsWith("PROVISION terminal=K3 until="), said);
    assertNotEquals(before, CollectorIdentity.kept(data).orElseThrow());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(CollectorIdentity.file(data)));
    assertEquals(0, run("collector", "terminals", "--data", folder.toString()));
    assertTrue(said.contains("K3 enrolled=") && said.endsWith("TERMINALS 1\n"), said);
    assertEquals(0, run("collector", "revoke", "--data", folder.toString(), "K3"));
    assertEquals("REVOKED terminal=K3 had=true\n", said);
    assertEquals(1, run("collector", "revoke", "--data", folder.toString(), "K3"));
  }

  @Test
  void whatIsRefusedKeepsWhatWasThere() throws Exception {
    byte[] before = Files.readAllBytes(CollectorIdentity.file(data));
    assertEquals(1, provision("6900123400074"));
    assertTrue(said.contains("this is no ticket"), said);
    assertEquals(1, provision(ticket("K4")));
    assertTrue(said.contains("for terminal K4, and this is K3"), said);
    assertArrayEquals(before, Files.readAllBytes(CollectorIdentity.file(data)));
    String used = ticket("K3");
    assertEquals(0, provision(used));
    byte[] now = Files.readAllBytes(CollectorIdentity.file(data));
    assertEquals(1, provision(used));
    assertTrue(said.contains("used by another"), said);
    assertArrayEquals(now, Files.readAllBytes(CollectorIdentity.file(data)));
    assertEquals(1, run("collector", "ticket", "--data", folder.toString(), "--host", "a", "K 3"));
    assertTrue(said.contains("1 to 12 letters and digits"), said);
  }

  @Test
  void aDamagedIdentityIsSaidAndStopsNoSale() throws Exception {
    Files.write(CollectorIdentity.file(data), new byte[] {1, 2, 3});
    assertTrue(
        CollectorIdentity.lookAfter(data, shop.collector().uri(), InstantSource.system())
            .isEmpty());
  }
}
