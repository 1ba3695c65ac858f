package org.facepay.terminal.provider;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.WechatSandbox;
import org.facepay.terminal.lab.sandbox.card.CardBehaviour;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.hold.HoldEffect;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.provider.agreement.AgreementNumber;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.terminal.provider.alipay.AlipayHolds;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.card.CardSettings;
import org.facepay.terminal.provider.card.NexoKey;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.provider.card.TcpNexoLink;
import org.facepay.terminal.provider.offline.MemberSeller;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.PayscoreUser;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.provider.wechat.WechatSettings;
import org.facepay.terminal.provider.wire.ClientCertificate;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.world.members.Seal;
import org.facepay.terminal.world.reading.Badges;
import org.facepay.vision.gallery.GalleryKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Codes, agreements and keys of the newer ways to pay reach no log and no text of a value. */
class SecretsTest {
  private static final String CODE = "281234567890123456";
  private static final String AGREEMENT = "20269876543210001234";
  private static final String PASSPHRASE = "mysupersecretpassphrase";
  private static final String WECHAT_CODE = "131234567890123456";
  private static final String API_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private static final String BADGE = "FPA-ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final List<Object> seen = new ArrayList<>();

  private static Order order(String number) {
    return new Order(number, Money.of(1_290, "CNY"), "店");
  }

  @Test
  void noSecretIsEverPrintedOrLogged() throws Exception {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    root.addAppender(logged);
    root.setLevel(Level.DEBUG);
    try {
      holdsAndAgreements();
      cards();
      wechat();
      brokenKeys();
    } finally {
      root.setLevel(before);
      root.detachAppender(logged);
    }
    StringBuilder all = new StringBuilder();
    seen.forEach(each -> all.append(each).append('\n'));
    logged.list.forEach(e -> all.append(e.getFormattedMessage()).append(e.getThrowableProxy()));
    assertTrue(all.toString().contains("[REDACTED]"));
    for (String secret :
        List.of(
            CODE.substring(0, 9),
            AGREEMENT.substring(0, 9),
            PASSPHRASE,
            WECHAT_CODE.substring(0, 9),
            API_KEY,
            BADGE,
            "signature=",
            "sign=",
            Keys.base64(Keys.FORGER.getPrivate()).substring(40, 80),
            "oUpF8uMuAJO",
            Keys.base64(Keys.MERCHANT.getPrivate()).substring(40, 80))) {
      assertFalse(all.toString().contains(secret), () -> secret + " in\n" + all);
    }
  }

  private void holdsAndAgreements() throws Exception {
    PaymentFlow.Times times = new PaymentFlow.Times(LIMIT, LIMIT, LIMIT, LIMIT, LIMIT, LIMIT);
    HoldFlow flow = new HoldFlow(times, Duration.ofHours(1), Rest.RELEASED);
    try (AlipaySandbox sandbox =
            new AlipaySandbox(
                "2021", Keys.MERCHANT.getPublic(), Keys.ALIPAY, Keys.FORGER, Duration.ofMillis(5));
        Agreements agreements =
            new Agreements(folder.resolve("agreements.db"), TestVault.in(folder));
        OfflineQueue queue = new OfflineQueue(folder.resolve("offline.db"), new Seal(key()))) {
      AlipaySettings settings =
          new AlipaySettings(
              sandbox.gateway(),
              "2021",
              Keys.MERCHANT.getPrivate(),
              Keys.ALIPAY.getPublic(),
              LIMIT,
              LIMIT,
              "T1");
      seen.add(settings);
      try (AlipayHolds holds = new AlipayHolds(settings, InstantSource.system());
          AlipayProvider alipay = new AlipayProvider(settings, InstantSource.system())) {
        for (Behaviour behaviour : List.of(Behaviour.APPROVE, Behaviour.FORGED)) {
          sandbox.script(behaviour);
          PayCode code = new PayCode(CODE.substring(0, 17) + behaviour.ordinal() % 10);
          var step = flow.begin(order("S1_" + behaviour), code, 1, Instant.EPOCH);
          var effect = (HoldEffect.Place) step.effects().getFirst();
          seen.addAll(List.of(step, effect, holds.hold(effect.order(), effect.credential())));
        }
        seen.add(new PayscoreUser("oUpF8uMuAJO"));
        AgreementNumber number = new AgreementNumber(AGREEMENT);
        agreements.sign("M1", number, Instant.EPOCH);
        OfflineProvider offline =
            new OfflineProvider(
                new MemberSeller(new AgreementProvider(alipay, agreements, "GENERAL_WITHHOLDING")),
                queue,
                new OfflineCaps(5_000, 5_000, 1, LIMIT),
                InstantSource.system());
        seen.addAll(List.of(number, offline.authorise(order("S1_9"), new MemberAccount("M1"))));
        sandbox.online(false);
        seen.add(offline.authorise(order("S1_10"), new MemberAccount("M1")));
        seen.add(offline.authorise(order("S1_11"), new MemberAccount("M1")));
        seen.addAll(offline.forward());
        seen.addAll(queue.open());
      }
    }
  }

  /** Every way a wallet can fail, with what is said of it. */
  private void wechat() throws Exception {
    ApiV3Key apiKey = ApiV3Key.of(API_KEY);
    WechatSandbox.Merchant merchant =
        new WechatSandbox.Merchant(
            "wx2021", "1900000001", "5157F09EFDC0", Keys.MERCHANT.getPublic(), apiKey);
    try (WechatSandbox sandbox =
        new WechatSandbox(merchant, Keys.ALIPAY, Keys.FORGER, Duration.ofMillis(5))) {
      WechatSettings settings =
          new WechatSettings(
              sandbox.base(),
              "wx2021",
              "1900000001",
              "5157F09EFDC0",
              Keys.MERCHANT.getPrivate(),
              apiKey,
              LIMIT,
              LIMIT,
              "T1");
      seen.addAll(List.of(apiKey, merchant, settings, settings.route()));
      try (WechatProvider wechat = new WechatProvider(settings, InstantSource.system())) {
        for (Behaviour behaviour : Behaviour.values()) {
          sandbox.script(behaviour);
          PayCode code = new PayCode(WECHAT_CODE.substring(0, 16) + (10 + behaviour.ordinal()));
          seen.add(wechat.authorise(order("S3_" + behaviour.ordinal() + "_1"), code));
          seen.add(wechat.query(order("S3_" + behaviour.ordinal() + "_1")));
        }
        sandbox.online(false);
        seen.add(wechat.authorise(order("S3_off_1"), new PayCode(WECHAT_CODE)));
      }
    }
  }

  /** Files that are no keys, or the wrong ones, are told of without what is in them. */
  private void brokenKeys() throws Exception {
    String mixed = "AAAA" + Keys.base64(Keys.FORGER.getPrivate());
    Path file = Files.writeString(folder.resolve("broken.key"), mixed);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    seen.add(assertThrows(IOException.class, () -> Rsa.privateKey(file)));
    seen.add(assertThrows(IOException.class, () -> ApiV3Key.read(file)));
    seen.add(new ClientCertificate(Keys.FORGER.getPrivate(), List.of()));
    seen.add(Badges.none().owner(BADGE));
    Path badges = Files.writeString(folder.resolve("badges.txt"), "Li " + BADGE + "\n");
    seen.add(assertThrows(IOException.class, () -> Badges.read(badges)));
  }

  private GalleryKey key() throws Exception {
    return GalleryKey.read(folder.resolve("test.key"));
  }

  private void cards() throws Exception {
    Optional<NexoKey> key = Optional.of(NexoKey.of("k", 1, PASSPHRASE));
    CardSettings settings = new CardSettings("TILL-1", "POI-1", key, LIMIT, LIMIT);
    seen.add(settings);
    try (CardTerminalSimulator terminal = new CardTerminalSimulator("POI-1", key, LIMIT);
        NexoProvider card =
            new NexoProvider(
                settings,
                new TcpNexoLink(terminal.tcp(), LIMIT),
                seen::add,
                InstantSource.system())) {
      terminal.script(CardBehaviour.APPROVE, CardBehaviour.APPROVED_BUT_WRONGLY_SEALED);
      for (String number : List.of("S2_1", "S2_2")) {
        seen.add(card.authorise(order(number), new CardPresented()));
        seen.add(card.cancel(order(number)));
      }
    }
  }
}
