package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facepay.terminal.devices.RoleKeys;
import org.facepay.terminal.devices.RoleKeys.Extra;
import org.facepay.terminal.devices.RoleKeys.LineUse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A file that is read, and what tests change in it. */
abstract class ConfigFixture {
  static final String GOOD =
      """
      terminal:
        id: K3
        shop: { zh: 晴里便利, en: Qingli Market }
        name: { zh: 自助收银 3 号, en: Self-checkout 3 }
        zone: Asia/Shanghai
        currency: CNY
      data: data
      catalogue: goods.tsv
      screen: { port: 8480, layout: p21 }
      devices:
        scanner: { driver: line, port: /dev/serial/by-id/usb-scanner }
        printer: { driver: escpos, port: /dev/serial/by-id/usb-printer, baud: 19200 }
      checkout:
        most-articles: 50
        most-total: 2000.50
        receipt: always
        bag: "6900123400562"
        in-store-codes:
          - { layout: 21IIIIIWWWWWC, unit: 1 }
          - { layout: 26IIIIIPPPPPWWWWWC, unit: 1 }
        times: { idle: 1 min, warning: 30 s }
      alipay:
        gateway: https://openapi.alipay.com/gateway.do
        app-id: "2026112200000001"
        merchant-private-key: merchant.key
        alipay-public-key: alipay.pub
        waits: { connect: 500 ms }
        polling: { give-up: 90 s }
      collector:
        events: https://collector.example.com/v1/events
        receipts: https://collector.example.com/r/
        waits: {}
      """;

  @TempDir Path folder;

  final ConfigReader reader =
      new ConfigReader(
          new ConfigReader.Roles(
              Map.of(
                  "scanner",
                  RoleKeys.of(List.of("line")),
                  "printer",
                  RoleKeys.of(List.of("escpos")).with(Extra.PRINTER),
                  "scale",
                  RoleKeys.of(List.of("mt-sics")),
                  "shelf",
                  RoleKeys.of(List.of("modbus-generic-32")).with(Extra.UNITS),
                  "lock",
                  RoleKeys.of(List.of("modbus-generic-1"))
                      .onLines(new LineUse(2, 2, "two lines: [bolt, door switch]")),
                  "tone",
                  RoleKeys.of(List.of()).onLines(new LineUse(1, 1, "one line: [buzzer]")),
                  "cashdrawer",
                  RoleKeys.of(List.of("escpos", "printer")).with(Extra.DRAWER))));

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("goods.tsv", "merchant.key", "alipay.pub")) {
      Files.writeString(folder.resolve(name), "x");
    }
  }

  TerminalConfig read(String yaml) throws ConfigException, IOException {
    Path file = Files.writeString(folder.resolve("terminal.yaml"), yaml);
    return reader.read(file);
  }

  List<String> problems(String yaml) {
    return assertThrows(ConfigException.class, () -> read(yaml)).problems();
  }

  static final String PAYMENTS =
      """
      payments:
        card:
          terminal: tcp:192.168.1.20:5000
          sale-id: TILL-1
          poi-id: V400m-324688179
          key: { id: facepay, version: 2, passphrase: merchant.key }
          dialogue: 2 min
          offline: { per-sale: 50.00, age: 2 h }
        agreement:
          offline: { per-sale: 80.00, total: 900.00, count: 20, age: 4 h }
      """;

  static final String WECHAT =
      """
      wechat:
        base: https://api.mch.weixin.qq.com
        app-id: wx0123456789abcdef
        mch-id: "1900000001"
        merchant-serial: 5157F09EFDC096DE
        merchant-private-key: merchant.key
        api-v3-key: merchant.key
        notices: https://shop.example/wechat
        payscore-service: "500001"
        waits: {}
        polling: {}
      """;

  /** With all that the wallets' sections may have. */
  static final String WALLETS =
      GOOD.replace(
              "alipay:\n",
              "alipay:\n  proxy: \"proxy.shop:3128\"\n  pins: \"%s %s\"\n  holds: true\n"
                  .formatted("A".repeat(43) + "=", "B".repeat(43) + "="))
          + WECHAT;

  static String withDevices(String more) {
    return GOOD.replace("checkout:\n", more.indent(2) + "checkout:\n");
  }
}
