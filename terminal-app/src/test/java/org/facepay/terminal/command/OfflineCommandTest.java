package org.facepay.terminal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.agreement.AgreementNumber;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.wiring.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What waits of cards and of agreements keeps both files from being wiped. */
@NeedsNatives
class OfflineCommandTest {
  private static final Alarms ALARMS = new Alarms(InstantSource.system());

  @TempDir Path folder;
  private String said = "";

  private int offline(Path config, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = new CommandLine(new OfflineCommand());
      String[] all = new String[words.length + 2];
      System.arraycopy(words, 0, all, 2, words.length);
      all[0] = "--config";
      all[1] = config.toString();
      return line.execute(all);
    } finally {
      System.setOut(before);
      said = out.toString(StandardCharsets.UTF_8);
    }
  }

  private static void sell(Providers providers, String number, String provider) {
    Order order = new Order(number, Money.of(500, "CNY"), "店", provider);
    Outcome sold =
        providers
            .all()
            .authorise(
                order, provider.equals("card") ? new CardPresented() : new MemberAccount("M1"));
    assertTrue(sold instanceof Outcome.Approved, sold::toString);
  }

  private static Path withMembers(Path config) throws IOException {
    String yaml =
        Files.readString(config)
            .replace("payments:\n", "payments:\n  agreement: { offline: { per-sale: 20.00 } }\n")
            .concat("faces: { camera: { source: stills, path: pictures } }\n");
    return Files.writeString(config, yaml);
  }

  @Test
  void tellsOfBothAndWipesNeitherWhileOneWaits() throws Exception {
    try (DemoShop shop =
        new DemoShop(
            folder.resolve("shop"), new DemoShop.Settings(0, Duration.ofSeconds(1), true))) {
      Path config = withMembers(shop.config());
      TerminalConfig read = Program.config(config);
      assertEquals(0, offline(config, "--wipe"));
      assertEquals("OFFLINE waiting=0 unreported=0 wiped=true", said.strip());
      assertTrue(read.money().card().orElseThrow().offline().isPresent());
      try (Providers providers = Providers.open(read, ALARMS, InstantSource.system())) {
        shop.network(false);
        sell(providers, "K3_1", "card");
        AgreementNumber number = new AgreementNumber("20261234567890");
        providers.agreements().orElseThrow().sign("M1", number, Instant.EPOCH);
        sell(providers, "K3_2", "agreement");
        assertEquals(1, offline(config, "--wipe"));
        assertTrue(said.contains("K3_1 card CNY 5.00") && said.contains("STORED"), said);
        assertTrue(said.contains("K3_2 agreement CNY 5.00"), said);
        assertTrue(said.endsWith("OFFLINE waiting=2 unreported=0 wiped=false\n"), said);
        shop.network(true);
        for (OfflineProvider provider : providers.offline()) {
          for (var declined : provider.forward()) {
            provider.reported(declined);
          }
        }
        assertEquals(0, offline(config, "--wipe"), said);
        assertEquals("OFFLINE waiting=0 unreported=0 wiped=true", said.strip());
      }
    }
  }
}
