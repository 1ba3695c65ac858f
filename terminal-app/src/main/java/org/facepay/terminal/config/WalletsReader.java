package org.facepay.terminal.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.facepay.terminal.provider.alipay.AlipayAccount;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.wechat.PayscoreHolds;
import org.facepay.terminal.provider.wechat.WechatAccount;
import org.facepay.terminal.provider.wechat.WechatSettings;

/** Reads the sections {@code alipay} and {@code wechat}. */
final class WalletsReader {
  private WalletsReader() {}

  /**
   * @param terminal shown to the merchant with each payment
   * @param sellerPays whether the shop pays for instalments
   */
  static AlipayAccount alipay(Section s, String terminal, boolean sellerPays) {
    AlipayAccount alipay =
        new AlipayAccount(
            new AlipaySettings.Application(
                s.uri("gateway"),
                s.text("app-id", "[0-9]{8,32}", "the application's number"),
                RouteReader.route(s, RouteReader.waits(s.section("waits"))),
                terminal,
                sellerPays ? 100 : 0),
            s.file("merchant-private-key"),
            s.file("alipay-public-key"),
            RouteReader.polling(
                s.section("polling"), Duration.ofSeconds(3), Duration.ofSeconds(60)),
            s.flag("holds", false));
    s.end();
    return alipay;
  }

  /**
   * As the wallets' manuals advise: WeChat asks more slowly and gives up sooner, and advises
   * against reversing while the payment may still be under way.
   *
   * @param terminal shown to the merchant with each payment
   */
  static WechatAccount wechat(Section s, String terminal) {
    String notices = notices(s);
    WechatAccount wechat =
        new WechatAccount(
            merchant(s, terminal, notices),
            new WechatAccount.Files(
                s.file("merchant-private-key"),
                s.file("api-v3-key"),
                s.optionalSection("platform-key").map(WalletsReader::platformKey),
                s.optionalFile("certificate")),
            RouteReader.route(s, RouteReader.waits(s.section("waits"))),
            RouteReader.polling(s.section("polling"), Duration.ofSeconds(5), Duration.ofSeconds(45))
                .cancellingLate(),
            payscore(s).map(id -> new PayscoreHolds.Service(id, notices)));
    s.end();
    return wechat;
  }

  private static WechatSettings.Merchant merchant(Section s, String terminal, String notices) {
    return new WechatSettings.Merchant(
        s.value(
            "base",
            "an address without a slash at its end, such as https://api.mch.weixin.qq.com",
            URI.create("https://invalid.example"),
            raw -> raw.endsWith("/") ? null : Section.web(raw)),
        s.text("app-id", "wx[0-9a-zA-Z]{8,32}", "the application's number, wx…"),
        s.text("mch-id", "[0-9]{6,32}", "the merchant's number"),
        s.text("merchant-serial", "[0-9A-Fa-f]{8,64}", "the serial number of the certificate"),
        terminal,
        notices);
  }

  private static WechatAccount.PlatformKey platformKey(Section s) {
    WechatAccount.PlatformKey key =
        new WechatAccount.PlatformKey(
            s.text("id", "PUB_KEY_ID_[0-9A-Za-z]{8,64}", "the public key's id, PUB_KEY_ID_…"),
            s.file("file"));
    s.end();
    return key;
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
}
