package org.facepay.terminal.provider.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.TestVault;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.world.members.Seal;
import org.facepay.vision.gallery.GalleryKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deduction by a member's signed agreement, on a real wire to the sandbox. */
class AgreementTest {
  private static final AgreementNumber NUMBER = new AgreementNumber("20269876543210001234");
  private static final MemberAccount ANNA = new MemberAccount("M1001");

  @TempDir Path folder;
  private AlipaySandbox sandbox;
  private AlipayProvider alipay;
  private Agreements agreements;
  private AgreementProvider provider;

  @BeforeEach
  void open() throws Exception {
    sandbox =
        new AlipaySandbox(
            "2021", Keys.MERCHANT.getPublic(), Keys.ALIPAY, Keys.FORGER, Duration.ofMillis(5));
    alipay =
        new AlipayProvider(
            new AlipaySettings(
                sandbox.gateway(),
                "2021",
                Keys.MERCHANT.getPrivate(),
                Keys.ALIPAY.getPublic(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                "T1"),
            InstantSource.system());
    agreements = new Agreements(folder.resolve("agreements.db"), TestVault.in(folder));
    provider = new AgreementProvider(alipay, agreements, "GENERAL_WITHHOLDING");
    sandbox.agree(NUMBER.digits());
    agreements.sign("M1001", NUMBER, Instant.EPOCH);
  }

  @AfterEach
  void close() throws Exception {
    alipay.close();
    sandbox.close();
    agreements.close();
  }

  private static Order order(String number) {
    return new Order(number, Money.of(1_290, "CNY"), "店", AgreementProvider.NAME);
  }

  @Test
  void aMemberWhoHasSignedPaysIsAskedAboutAndGetsMoneyBack() {
    assertTrue(provider.accepts(ANNA));
    assertFalse(provider.accepts(new MemberAccount("M1002")));
    assertFalse(provider.accepts(new PayCode("280000000000000001")));
    for (String number : List.of("A1_1", "A1_2")) {
      Outcome paid = provider.authorise(order(number), ANNA);
      assertTrue(paid instanceof Outcome.Approved, paid::toString);
      assertEquals(paid, provider.query(order(number)));
    }
    assertEquals(
        new Refund.Accepted(), provider.refund(order("A1_1"), Money.of(290, "CNY"), "A1_1_1"));
    assertEquals(new Outcome.Reversed(), provider.cancel(order("A1_2")));
    assertEquals(290, sandbox.refunded("A1_1"));
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void anAgreementThatWasTakenBackPaysNothing() {
    sandbox.revoke(NUMBER.digits());
    assertEquals(
        new Outcome.Declined(DeclineReason.ACCOUNT_CLOSED, "ACQ.AGREEMENT_NOT_EXIST"),
        provider.authorise(order("A1_3"), ANNA));
    Outcome none = provider.authorise(order("A1_4"), new MemberAccount("M1002"));
    assertTrue(none instanceof Outcome.Declined, none::toString);
    assertEquals(List.of(), sandbox.trades());
  }

  @ParameterizedTest
  @EnumSource(
      value = Behaviour.class,
      names = {"PAID_BUT_CUT", "PAID_BUT_UNSIGNED", "PAID_BUT_TRUNCATED", "PAID_BUT_SYSTEM_ERROR"})
  void whatIsNotCertainIsAsked(Behaviour behaviour) {
    sandbox.script(behaviour);
    Order order = order("A1_5");
    assertTrue(provider.authorise(order, ANNA) instanceof Outcome.Unknown);
    assertTrue(provider.query(order) instanceof Outcome.Approved);
    assertEquals(Trade.Status.PAID, sandbox.trades().getFirst().status());
  }

  @Test
  void numbersAreSealedForgottenAndNeverPrinted() throws Exception {
    assertEquals("[REDACTED]", NUMBER.toString());
    assertEquals(Optional.of(NUMBER), agreements.find("M1001"));
    agreements.close();
    for (String name : List.of("agreements.db", "agreements.db-wal")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains(NUMBER.digits()) || raw.contains("M1001"), name);
      }
    }
    Path another = Files.createDirectory(folder.resolve("another"));
    try (Agreements strange =
        new Agreements(folder.resolve("agreements.db"), TestVault.in(another))) {
      assertEquals(Optional.empty(), strange.find("M1001"), "another key knows nobody");
    }
    agreements =
        new Agreements(
            folder.resolve("agreements.db"), new Seal(GalleryKey.read(folder.resolve("test.key"))));
    assertEquals(Optional.of(NUMBER), agreements.find("M1001"));
    agreements.forget("M1001");
    agreements.forget("M1001");
    assertEquals(Optional.empty(), agreements.find("M1001"));
    assertThrows(IllegalArgumentException.class, () -> new AgreementNumber("12 34"));
  }

  @Test
  void anAgreementThatCannotBeReadIsNone() throws IOException {
    agreements.close();
    assertFalse(provider.accepts(ANNA));
    assertTrue(provider.authorise(order("A1_6"), ANNA) instanceof Outcome.Declined);
  }
}
