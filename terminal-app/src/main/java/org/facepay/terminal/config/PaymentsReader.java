package org.facepay.terminal.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code payments}. */
final class PaymentsReader {
  private static final String PIN = "[A-Za-z0-9+/]{43}=";

  /** Less time is nobody's to find a card and type a number. */
  private static final Duration TALK = Duration.ofSeconds(10);

  private static final Duration YOUNG = Duration.ofMinutes(1);

  private PaymentsReader() {}

  static PaymentsConfig read(Section s, Currency currency) {
    Optional<Section> alipay = s.optionalSection("alipay");
    Optional<Section> wechat = s.optionalSection("wechat");
    PaymentsConfig payments =
        new PaymentsConfig(
            s.optionalSection("card").map(c -> card(c, currency)),
            s.optionalSection("agreement").map(a -> agreement(a, currency)),
            alipay.map(PaymentsReader::network).orElse(PaymentsConfig.Network.PLAIN),
            wechat.map(PaymentsReader::network).orElse(PaymentsConfig.Network.PLAIN),
            alipay.map(a -> a.flag("holds", false)).orElse(false),
            wechat.flatMap(PaymentsReader::payscore),
            wechat.map(PaymentsReader::notices).orElse(""),
            wechat.flatMap(w -> w.optionalFile("certificate")));
    alipay.ifPresent(Section::end);
    wechat.ifPresent(Section::end);
    s.end();
    return payments;
  }

  private static Optional<String> payscore(Section s) {
    String id =
        s.optional(
            "payscore-service",
            "the service's number",
            "",
            raw -> raw.matches("[0-9]{1,32}") ? raw : null);
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  private static String notices(Section s) {
    return s.optional(
        "notices",
        "an address of https",
        "",
        raw -> raw.matches("https://[^?#\\s]{3,240}") ? raw : null);
  }

  private static PaymentsConfig.Network network(Section s) {
    String proxy = s.optional("proxy", "HOST:PORT", "", raw -> isHost(raw) ? raw : null);
    return new PaymentsConfig.Network(
        proxy.isEmpty()
            ? Optional.empty()
            : Optional.of(
                InetSocketAddress.createUnresolved(
                    proxy.substring(0, proxy.indexOf(':')), port(proxy))),
        s.optional(
            "pins",
            "SHA-256 of public keys in base64, separated by spaces",
            Set.of(),
            raw -> {
              Set<String> pins = new LinkedHashSet<>(List.of(raw.strip().split("\\s+", 9)));
              return pins.stream().allMatch(pin -> pin.matches(PIN)) ? pins : null;
            }));
  }

  private static boolean isHost(String raw) {
    return raw.matches("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}") && port(raw) >= 1 && port(raw) <= 65_535;
  }

  private static int port(String host) {
    return Integer.parseInt(host.substring(host.indexOf(':') + 1));
  }

  private static PaymentsConfig.Card card(Section s, Currency currency) {
    PaymentsConfig.Card card =
        new PaymentsConfig.Card(
            s.value(
                "terminal",
                "tcp:HOST:PORT, or an address such as https://192.168.1.20:8443/nexo",
                URI.create("tcp://invalid.example:1"),
                PaymentsReader::terminal),
            s.text("sale-id", "[A-Za-z0-9-]{1,16}", "1 to 16 letters, digits and hyphens"),
            s.text("poi-id", "[A-Za-z0-9-]{1,32}", "model and serial number, such as V400m-1234"),
            s.optionalSection("key").map(PaymentsReader::key),
            s.duration("dialogue", TALK, Duration.ofSeconds(150)),
            new TerminalConfig.Waits(
                s.duration("connect", ConfigReader.INSTANT, Duration.ofSeconds(3)),
                s.duration("answer", ConfigReader.SECOND, Duration.ofSeconds(10))),
            s.number("notices-port", 0, 65_535, 0),
            network(s),
            offline(s, currency));
    s.end();
    return card;
  }

  private static @org.jspecify.annotations.Nullable URI terminal(String raw) {
    if (raw.startsWith("tcp:") && isHost(raw.substring("tcp:".length()))) {
      return URI.create("tcp://" + raw.substring("tcp:".length()));
    }
    return Section.web(raw);
  }

  private static PaymentsConfig.Key key(Section s) {
    PaymentsConfig.Key key =
        new PaymentsConfig.Key(
            s.text("id", "[A-Za-z0-9_.-]{1,64}", "the key's identifier"),
            s.number("version", 0, 1_000_000, 1),
            s.file("passphrase"));
    s.end();
    return key;
  }

  private static PaymentsConfig.Agreement agreement(Section s, Currency currency) {
    PaymentsConfig.Agreement agreement =
        new PaymentsConfig.Agreement(
            s.optional(
                "product",
                "the contract's product code",
                "GENERAL_WITHHOLDING",
                raw -> raw.matches("[A-Z_]{3,64}") ? raw : null),
            offline(s, currency));
    s.end();
    return agreement;
  }

  private static Optional<PaymentsConfig.Offline> offline(Section s, Currency currency) {
    return s.optionalSection("offline").map(o -> caps(o, currency));
  }

  private static PaymentsConfig.Offline caps(Section s, Currency currency) {
    PaymentsConfig.Offline offline =
        new PaymentsConfig.Offline(
            s.amount("per-sale", currency, 10_000),
            s.amount("total", currency, 100_000),
            s.number("count", 1, 1_000, 50),
            s.duration("age", YOUNG, Duration.ofHours(8)));
    s.end();
    return offline;
  }
}
