package org.facepay.terminal.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.provider.wire.Route;

/** Reads how somebody else's machine is reached, and how often it is asked. */
final class RouteReader {
  private static final String PIN = "[A-Za-z0-9+/]{43}=";

  private RouteReader() {}

  /** How long to wait for the connection, and for the whole answer. */
  record Waits(Duration connect, Duration answer) {}

  static Waits waits(Section s) {
    Waits waits = waits(s, Duration.ofSeconds(5), Duration.ofSeconds(15));
    s.end();
    return waits;
  }

  /** The same, of a section that has other keys, too. */
  static Waits waits(Section s, Duration connect, Duration answer) {
    return new Waits(
        s.duration("connect", ConfigReader.INSTANT, connect),
        s.duration("answer", ConfigReader.SECOND, answer));
  }

  /** The keys {@code proxy} and {@code pins}. */
  static Route route(Section s, Waits waits) {
    String proxy = s.optional("proxy", "HOST:PORT", "", raw -> isHost(raw) ? raw : null);
    return new Route(
        waits.connect(),
        waits.answer(),
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
            }),
        Optional.empty());
  }

  /** HOST:PORT. */
  static boolean isHost(String raw) {
    return raw.matches("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}") && port(raw) >= 1 && port(raw) <= 65_535;
  }

  private static int port(String host) {
    return Integer.parseInt(host.substring(host.indexOf(':') + 1));
  }

  /** For a wallet that may be told to cancel at any time. */
  static PaymentFlow.Times polling(Section p, Duration every, Duration giveUp) {
    PaymentFlow.Times polling =
        new PaymentFlow.Times(
            p.duration("first", ConfigReader.INSTANT, Duration.ofSeconds(5)),
            p.duration("every", ConfigReader.INSTANT, every),
            p.duration("give-up", ConfigReader.SECOND, giveUp),
            p.duration("in-flight", ConfigReader.SECOND, Duration.ofSeconds(15)),
            p.duration("first-retry", ConfigReader.INSTANT, Duration.ofMillis(500)),
            p.duration("longest-retry", ConfigReader.INSTANT, Duration.ofSeconds(10)));
    if (polling.poll().compareTo(polling.giveUp()) > 0) {
      p.refuse("every", "expected no more than give-up");
    }
    if (polling.firstRetry().compareTo(polling.longestRetry()) > 0) {
      p.refuse("first-retry", "expected no more than longest-retry");
    }
    p.end();
    return polling;
  }
}
