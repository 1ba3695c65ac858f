package org.facepay.terminal.lab.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.command.Laboratory;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.lab.sandbox.WalletSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch against a wallet's sandbox: what it told is compared with the wallet's own books. */
@Slow("kills a process again and again and waits for what wallets promise")
abstract class PaymentBatchContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEED = "7";

  private final Wallet.Kind kind;

  @TempDir Path folder;
  private TrialGateway gateway;
  private WalletSandbox wallet;
  private Path config;

  PaymentBatchContract(Wallet.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void gateway() throws Exception {
    config = folder.resolve("batch.properties");
    gateway = TrialGateway.start(kind, config, Duration.ofMillis(300), Duration.ofSeconds(15));
    wallet = gateway.sandbox();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private Path export() {
    return folder.resolve("export.jsonl");
  }

  private Map<Integer, JsonNode> told() throws IOException {
    Map<Integer, JsonNode> told = new HashMap<>();
    for (String line : Files.readAllLines(export())) {
      JsonNode json = JSON.readTree(line);
      assertTrue(told.put(json.path("basket").asInt(), json) == null, "two lines for " + line);
    }
    return told;
  }

  /** The customer's money and the terminal's words have to agree, order by order. */
  private void audit(int baskets) throws IOException {
    Map<Integer, JsonNode> told = told();
    assertEquals(baskets, told.size());
    Customers customers = new Customers(SEED, kind.prefix());
    for (int basket = 0; basket < baskets; basket++) {
      String digits = customers.code(basket, 0).digits().substring(0, 10);
      List<Trade> paid =
          wallet.trades().stream()
              .filter(t -> t.authCode().startsWith(digits) && t.status() == Trade.Status.PAID)
              .toList();
      JsonNode line = told.get(basket);
      boolean keeps = line.path("outcome").asText().equals("paid");
      assertEquals(keeps ? 1 : 0, paid.size(), "basket " + basket + ": " + line);
      if (keeps) {
        assertEquals(paid.getFirst().outTradeNo(), line.path("outTradeNo").asText());
        long minor = line.path("amountMinor").asLong();
        assertEquals(paid.getFirst().amount(), "%d.%02d".formatted(minor / 100, minor % 100));
        assertEquals(customers.amountMinor(basket), minor);
      }
    }
    assertTrue(wallet.violations().isEmpty(), wallet.violations().toString());
  }

  @Test
  void meetsTheSameCustomersAsTheFormatSays() {
    Customers customers = new Customers("7", kind.prefix());
    assertEquals(37_192, customers.amountMinor(0));
    assertEquals(12_522, customers.amountMinor(1));
    assertEquals(kind.prefix() + "0000000000440343", customers.code(0, 0).digits());
  }

  @Test
  void everyFaultEndsInTheTruth() throws Exception {
    Random random = new Random(3);
    Behaviour[] all = Behaviour.values();
    Behaviour[] script = new Behaviour[80];
    for (int i = 0; i < script.length; i++) {
      script[i] = all[random.nextInt(all.length)];
    }
    wallet.script(script);
    PaymentBatch batch =
        new PaymentBatch(kind.provider(), config, SEED, export(), folder.resolve("journal"));
    assertEquals(40, batch.run(new PaymentBatch.Size(0, 40, 4, 2, 5, 0)));
    audit(40);
    long refunded =
        told().values().stream().filter(l -> l.path("outcome").asText().equals("refunded")).count();
    assertTrue(refunded > 0, "no basket was refunded");
    assertEquals(
        0,
        batch.run(new PaymentBatch.Size(0, 40, 4, 2, 5, 0)),
        "a finished batch has nothing left to do");
  }

  @Test
  void faultsAndKillsOnEveryRequestEndInTheTruth() throws Exception {
    List<String> program =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Laboratory.class.getName());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean good =
        new Chaos(
                kind.provider(),
                program,
                folder.resolve("chaos"),
                new PrintStream(out, true),
                Duration.ofSeconds(12))
            .run(24, 5, 12);
    String told = out.toString(StandardCharsets.UTF_8);
    assertTrue(good, told);
    assertTrue(
        told.endsWith(
            "CHAOS orders=24 doubleCharged=0 lostMoney=0 wronglyPaid=0 unresolved=0 wrongScreen=0\n"),
        told);
    String log = Files.readString(folder.resolve("chaos/drive.log"));
    Customers customers = new Customers("5", kind.prefix());
    for (int basket = 0; basket < 24; basket++) {
      for (int k = 0; k < 3; k++) {
        assertFalse(log.contains(customers.code(basket, k).digits()), "a code is in the log");
      }
    }
    String secrets = Files.readString(folder.resolve("chaos/batch.properties"));
    secrets
        .lines()
        .filter(l -> l.contains("key="))
        .forEach(
            l -> assertFalse(log.contains(l.substring(l.indexOf('=') + 1)), "a key is in the log"));
  }

  @Test
  void aBatchThatEndsItselfAgainAndAgainDoublesNothing() throws Exception {
    Behaviour[] script = new Behaviour[60];
    for (int i = 0; i < script.length; i++) {
      script[i] =
          switch (i % 5) {
            case 1 -> Behaviour.PAID_BUT_CUT;
            case 3 -> Behaviour.CONFIRM_LATER;
            default -> Behaviour.APPROVE;
          };
    }
    wallet.script(script);
    int starts = 1;
    while (drive("--baskets", "9", "--parallel", "2", "--crash-after", "3") != 0) {
      starts++;
      assertTrue(starts < 20, "the batch never ends");
    }
    assertTrue(starts > 2, "it was never killed");
    audit(9);
  }

  @Test
  void namesEverythingThatIsWrongWithTheConfiguration() throws Exception {
    Files.writeString(
        config,
        "alipay.gateway.url=http://127.0.0.1:1/\nwechat.base.url=http://127.0.0.1:1\npoll.interval.ms=soon\n");
    PaymentBatch batch =
        new PaymentBatch(kind.provider(), config, SEED, export(), folder.resolve("journal"));
    IOException e =
        assertThrows(IOException.class, () -> batch.run(new PaymentBatch.Size(0, 1, 1, 1, 0, 0)));
    for (String key :
        List.of(
            "poll.interval.ms",
            kind.provider() + ".app.id",
            kind.provider() + ".merchant.private.key",
            "timeout.total.ms")) {
      assertTrue(e.getMessage().contains(key), e.getMessage());
    }
    assertFalse(Files.exists(export()));
  }

  private int drive(String... more) throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Laboratory.class.getName(),
                "payments",
                "drive",
                "--provider",
                kind.provider(),
                "--config",
                config.toString(),
                "--seed",
                SEED,
                "--export",
                export().toString(),
                "--journal",
                folder.resolve("journal").toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("drive.log").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the batch hangs");
    return process.exitValue();
  }
}
