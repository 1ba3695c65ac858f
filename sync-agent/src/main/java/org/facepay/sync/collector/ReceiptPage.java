package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * The e-receipt as one small page for the shopper's phone: all that stands on paper, the code that
 * staff scan for a refund, and the refunds that followed. No script, nothing loaded from anywhere.
 */
final class ReceiptPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="zh-CN"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1"><title>电子小票 · E-receipt</title>
      <style>
      body{font:16px/1.45 "Noto Sans SC","PingFang SC",sans-serif;color:#14181f;background:#f5f6f8;margin:0}
      main{background:#fff;max-width:26rem;margin:0 auto;min-height:100vh;padding:1.5rem 1.25rem;box-sizing:border-box}
      h1{font-size:1.3rem;margin:0}h2{font-size:1.05rem;margin:1.5rem 0 0}p{margin:.2rem 0;color:#4a5361}
      table{width:100%;border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
      td{padding:.45rem 0;border-top:1px solid #dfe3e8;vertical-align:top;overflow-wrap:anywhere}
      td:last-child{text-align:right;white-space:nowrap;padding-left:.75rem}
      small{color:#4a5361;display:block}.total td{border-top:2px solid #14181f;padding-top:.8rem;font-weight:700;font-size:1.25rem}
      .total td:last-child{font-size:1.8rem;line-height:1}.note td{border:0;padding:.1rem 0;color:#4a5361}
      form{margin:0}li{padding:.6rem 0;border-top:1px solid #dfe3e8}ul{list-style:none;padding:0;margin:1rem 0}
      summary{padding:.8rem 0;font-weight:700;cursor:pointer}details{border-top:2px solid #14181f;margin-top:1rem}
      button{font:inherit;min-height:3rem;width:100%;margin:.35rem 0 0;padding:.4rem .75rem;border:1px solid #4a5361;border-radius:.6rem;background:#fff;color:#14181f}
      .code{text-align:center;margin:1.25rem 0}.code svg{width:11rem;height:11rem}.ids{overflow-wrap:anywhere}
      </style><main>
      """;

  private ReceiptPage() {}

  static String notYet() {
    return HEAD
        + "<h1>小票马上就到</h1><p>终端恢复联网后，这里会显示你的小票。</p>"
        + "<p lang=en>Your receipt appears here as soon as the terminal is online again.</p></main>";
  }

  /**
   * @param sale as the terminal recorded it
   * @param refunds of that sale, oldest first
   * @param objections markup of what can be objected to, and was
   */
  static String of(JsonNode sale, List<JsonNode> refunds, String objections) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<h1>%s</h1><p>".formatted(text(sale, "shop")))
        .append(
            "%s · %s</p><table>".formatted(text(sale, "terminalName"), text(sale, "localTime")));
    sale.path("lines").forEach(line -> line(page, line));
    row(page, "total", "合计 Total", sale.path("totalMinor").asLong());
    JsonNode payment = sale.path("payment");
    if (payment.hasNonNull("way")) {
      String way = text(payment, "way") + "<small>" + text(payment, "wayEn") + "</small>";
      row(page, "", way, payment.path("amountMinor").asLong());
    }
    if (payment.hasNonNull("receivedMinor")) {
      row(page, "note", "收到 Received", payment.path("receivedMinor").asLong());
      row(page, "note", "找零 Change", payment.path("changeMinor").asLong());
    }
    parts(page, payment.path("instalments"), sale.path("totalMinor").asLong());
    for (JsonNode tax : sale.path("taxes")) {
      String of = "¥" + money(tax.path("grossMinor").asLong());
      String label =
          "含增值税 %s，含税金额 %s<small>VAT %1$s included in %2$s</small>"
              .formatted(text(tax, "rate"), of);
      row(page, "note", label, tax.path("taxMinor").asLong());
    }
    if (sale.path("savedMinor").asLong() > 0) {
      String label = "本单已为你省下<small>Saved for you</small>";
      row(page, "note", label, sale.path("savedMinor").asLong());
    }
    page.append("</table>");
    refunds.forEach(refund -> refund(page, refund, sale.path("lines")));
    page.append(objections);
    code(page, sale);
    return page.append("</main>").toString();
  }

  private static void line(StringBuilder page, JsonNode line) {
    String quantity = text(line, "quantity");
    String each = "@ ¥" + money(line.path("unitPriceMinor").asLong());
    String unit = quantity.endsWith("kg") ? "/kg" : "";
    long amount = line.path("amountMinor").asLong();
    long off = 0;
    page.append("<tr><td>%s<small>%s</small>".formatted(text(line, "name"), text(line, "nameEn")))
        .append("<small>%s %s%s</small>".formatted(quantity, each, unit));
    for (JsonNode modifier : line.path("modifiers")) {
      long minor = Math.abs(modifier.path("minor").asLong());
      off += minor;
      String why = why(modifier);
      if (!why.isEmpty()) {
        page.append("<small>已含%s included ¥%s</small>".formatted(why, money(minor)));
      }
    }
    page.append("</td><td>¥%s".formatted(money(amount)));
    if (off > 0) {
      page.append("<small><s>¥%s</s></small>".formatted(money(amount + off)));
    }
    page.append("</td></tr>");
  }

  /** What the shelf says already is not said again. */
  private static String why(JsonNode modifier) {
    return switch (modifier.path("reason").asText()) {
      case "STAFF_DISCOUNT" -> "店员优惠 Staff discount";
      case "MEMBER_PRICE" -> "会员价 Member price";
      case "OFFER" -> " " + text(modifier, "name") + " " + text(modifier, "nameEn");
      default -> "";
    };
  }

  private static void parts(StringBuilder page, JsonNode parts, long total) {
    if (parts.path("months").asInt() == 0) {
      return;
    }
    String label =
        "分 %d 期，每期<small>%1$d monthly payments of</small>".formatted(parts.path("months").asInt());
    long fee = parts.path("feeMinor").asLong();
    row(page, "note", label, parts.path("eachMinor").asLong());
    row(page, "note", "分期手续费 Instalment fee", fee);
    row(page, "note", "含手续费共付 Total with fee", total + fee);
  }

  /** What its slip has: which lines went back, how many of each, and when the money is there. */
  private static void refund(StringBuilder page, JsonNode refund, JsonNode lines) {
    page.append("<h2>退款 Refund</h2><p>%s</p><table>".formatted(text(refund, "localTime")));
    JsonNode numbers = refund.path("refundedLines");
    for (int n = 0; n < numbers.size() && refund.path("refundedMinor").has(n); n++) {
      JsonNode line = lines.path(numbers.path(n).asInt() - 1);
      String name = text(line, "name") + "<small>" + text(line, "nameEn") + "</small>";
      String pieces = "<small>×%d</small>".formatted(refund.path("refundedPieces").path(n).asInt());
      row(page, "", name + pieces, -refund.path("refundedMinor").path(n).asLong());
    }
    String number = "退款合计 Refund<small>%s</small>".formatted(text(refund, "refundId"));
    row(page, "total", number, refund.path("totalMinor").asLong());
    page.append("</table>");
    if (refund.hasNonNull("back")) {
      page.append("<p>%s · %s</p>".formatted(text(refund, "back"), text(refund, "backEn")));
    }
  }

  /** Staff scan it where something comes back. */
  private static void code(StringBuilder page, JsonNode sale) {
    if (sale.hasNonNull("receiptLink")) {
      page.append("<div class=code>")
          .append(QrSvg.of(sale.path("receiptLink").asText()))
          .append("<p>退换货时出示 · Show it for returns</p></div>");
    }
    JsonNode payment = sale.path("payment");
    page.append("<p class=ids>订单号 Order %s</p>".formatted(text(payment, "outTradeNo")));
    if (payment.hasNonNull("tradeNo")) {
      page.append("<p class=ids>交易号 Payment %s</p>".formatted(text(payment, "tradeNo")));
    }
  }

  /** The label is markup. */
  private static void row(StringBuilder page, String kind, String label, long minor) {
    page.append("<tr class=\"%s\"><td>%s</td><td>".formatted(kind, label))
        .append(minor < 0 ? "−¥" : "¥")
        .append(money(Math.abs(minor)))
        .append("</td></tr>");
  }

  static String money(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  static String text(JsonNode node, String field) {
    return escaped(node.path(field).asText());
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
