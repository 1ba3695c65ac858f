package org.facepay.terminal.config;

import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.facepay.terminal.provider.agreement.AgreementSettings;
import org.facepay.terminal.provider.card.CardSettings;
import org.facepay.terminal.provider.card.CardTerminal;
import org.facepay.terminal.provider.offline.OfflineCaps;

/** Reads the section {@code payments}: ways to pay beside the wallets. */
record PaymentsReader(Optional<CardTerminal> card, Optional<AgreementSettings> agreement) {
  /** Less time is nobody's to find a card and type a number. */
  private static final Duration TALK = Duration.ofSeconds(10);

  private static final Duration YOUNG = Duration.ofMinutes(1);

  static final PaymentsReader NONE = new PaymentsReader(Optional.empty(), Optional.empty());

  static PaymentsReader read(Section s, Currency currency) {
    s.moved("alipay", "its keys stand in the section alipay now: alipay: { proxy, pins, holds }");
    s.moved(
        "wechat",
        "its keys stand in the section wechat now: wechat: { proxy, pins, notices,"
            + " payscore-service, certificate }");
    PaymentsReader payments =
        new PaymentsReader(
            s.optionalSection("card").map(c -> card(c, currency)),
            s.optionalSection("agreement").map(a -> agreement(a, currency)));
    s.end();
    return payments;
  }

  private static CardTerminal card(Section s, Currency currency) {
    RouteReader.Waits waits = RouteReader.waits(s, Duration.ofSeconds(3), Duration.ofSeconds(10));
    CardTerminal card =
        new CardTerminal(
            s.value(
                "terminal",
                "tcp:HOST:PORT, or an address such as https://192.168.1.20:8443/nexo",
                URI.create("tcp://invalid.example:1"),
                PaymentsReader::terminal),
            new CardSettings.Till(
                s.text("sale-id", "[A-Za-z0-9-]{1,16}", "1 to 16 letters, digits and hyphens"),
                s.text(
                    "poi-id", "[A-Za-z0-9-]{1,32}", "model and serial number, such as V400m-1234"),
                s.duration("dialogue", TALK, Duration.ofSeconds(150)),
                waits.answer()),
            s.optionalSection("key").map(PaymentsReader::key),
            RouteReader.route(s, waits),
            s.number("notices-port", 0, 65_535, 0),
            offline(s, currency));
    s.end();
    return card;
  }

  private static @org.jspecify.annotations.Nullable URI terminal(String raw) {
    if (raw.startsWith("tcp:") && RouteReader.isHost(raw.substring("tcp:".length()))) {
      return URI.create("tcp://" + raw.substring("tcp:".length()));
    }
    return Section.web(raw);
  }

  private static CardTerminal.KeyFile key(Section s) {
    CardTerminal.KeyFile key =
        new CardTerminal.KeyFile(
            s.text("id", "[A-Za-z0-9_.-]{1,64}", "the key's identifier"),
            s.number("version", 0, 1_000_000, 1),
            s.file("passphrase"));
    s.end();
    return key;
  }

  private static AgreementSettings agreement(Section s, Currency currency) {
    AgreementSettings agreement =
        new AgreementSettings(
            s.optional(
                "product",
                "the contract's product code",
                "GENERAL_WITHHOLDING",
                raw -> raw.matches("[A-Z_]{3,64}") ? raw : null),
            offline(s, currency));
    s.end();
    return agreement;
  }

  private static Optional<OfflineCaps> offline(Section s, Currency currency) {
    return s.optionalSection("offline").map(o -> caps(o, currency));
  }

  private static OfflineCaps caps(Section s, Currency currency) {
    OfflineCaps caps =
        new OfflineCaps(
            s.amount("per-sale", currency, 10_000),
            s.amount("total", currency, 100_000),
            s.number("count", 1, 1_000, 50),
            s.duration("age", YOUNG, Duration.ofHours(8)));
    s.end();
    return caps;
  }
}
