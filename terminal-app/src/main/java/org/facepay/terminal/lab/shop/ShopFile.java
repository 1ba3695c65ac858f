package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration file of the demo's terminal: a template with places that are filled in. */
final class ShopFile {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private static final String FACES =
      """
      faces:
        camera: { source: stills, path: devices/camera, rate: 15 }
        second-factor-above: 200.00
        look: 20 s
      wallet-face: { socket: devices/wallet.sock }
      """;

  private final Map<String, String> places = new HashMap<>();

  /** What the settings decide. */
  ShopFile(DemoShop.Settings settings) {
    with("hours", "");
    with("attendants", "");
    with("port", settings.port());
    with("media-after", settings.quick() ? "1 s" : "30 s");
    with("pause", settings.quick() ? "1 s" : "1 min");
    with("doubt", settings.quick() ? "1 s" : "5 s");
    with("answer", settings.quick() ? "1 s" : "8 s");
    with(
        "polling",
        settings.quick() ? polling("300 ms", "3 s", "1500 ms") : polling("3 s", "60 s", "5 s"));
    with(
        "retries",
        settings.quick()
            ? "first-retry: 100 ms, longest-retry: 500 ms"
            : "first-retry: 500 ms, longest-retry: 5 s");
    with("agreement", settings.faces() ? "  agreement: { offline: { per-sale: 100.00 } }\n" : "");
    with("faces", settings.faces() ? FACES : "");
    with(
        "form",
        switch (settings.form()) {
          case CHECKOUT -> "";
          case VENDING, KEYPAD -> DemoCabinet.vending(settings.form() == DemoShop.Form.KEYPAD);
          case CONTAINER -> DemoCabinet.containerSection();
        });
  }

  private static String polling(String every, String giveUp, String inFlight) {
    return "first: %s, every: %s, give-up: %s, in-flight: %s"
        .formatted(every, every, giveUp, inFlight);
  }

  /** What stands at a place. */
  ShopFile with(String place, Object value) {
    places.put(place, value.toString());
    return this;
  }

  /**
   * The text.
   *
   * @throws IOException when the template is missing, or has a place that nothing stands at
   */
  String text() throws IOException {
    try (InputStream in = ShopFile.class.getResourceAsStream("terminal.yaml")) {
      if (in == null) {
        throw new IOException("the demo's configuration is missing from the program");
      }
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String place : PLACE.matcher(template).results().map(m -> m.group(1)).toList()) {
        if (!places.containsKey(place)) {
          throw new IOException("nothing stands at {{" + place + "}}");
        }
      }
      return PLACE
          .matcher(template)
          .replaceAll(m -> Matcher.quoteReplacement(places.getOrDefault(m.group(1), "")));
    }
  }
}
