package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * The e-receipt as one small page for the shopper's phone: no script, nothing loaded from anywhere.
 */
final class ReceiptPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="zh-CN"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1"><title>电子小票 · E-receipt</title>
      <style>
      body{font:16px/1.45 "Noto Sans SC","PingFang SC",sans-serif;color:#14181f;background:#f5f6f8;margin:0}
      main{background:#fff;max-width:26rem;margin:0 auto;min-height:100vh;padding:1.5rem 1.25rem;box-sizing:border-box}
      h1{font-size:1.3rem;margin:0}p{margin:.2rem 0;color:#4a5361}
      table{width:100%;border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
      td{padding:.45rem 0;border-top:1px solid #dfe3e8;vertical-align:top}td:last-child{text-align:right;white-space:nowrap}
      small{color:#4a5361;display:block}.total td{border-top:2px solid #14181f;padding-top:.8rem;font-weight:700;font-size:1.25rem}
      .total td:last-child{font-size:1.8rem;line-height:1}.note td{border:0;padding:.1rem 0;color:#4a5361}
      </style><main>
      """;

  private ReceiptPage() {}

  static String notYet() {
    return HEAD
        + "<h1>小票马上就到</h1><p>终端恢复联网后，这里会显示你的小票。</p>"
        + "<p lang=en>Your receipt appears here as soon as the terminal is online again.</p></main>";
  }

  static String of(JsonNode sale) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<h1>")
        .append(text(sale, "shop"))
        .append("</h1><p>")
        .append(text(sale, "terminalName"));
    page.append(" · ").append(text(sale, "localTime")).append("</p><table>");
    for (JsonNode line : sale.path("lines")) {
      page.append("<tr><td>")
          .append(text(line, "name"))
          .append("<small>")
          .append(text(line, "nameEn"))
          .append(" · ");
      page.append(text(line, "quantity"))
          .append("</small></td><td>¥")
          .append(money(line.path("amountMinor").asLong()));
      page.append("</td></tr>");
    }
    row(page, "total", "合计 Total", money(sale.path("totalMinor").asLong()));
    for (JsonNode tax : sale.path("taxes")) {
      row(page, "note", "含税 VAT incl. " + text(tax, "rate"), money(tax.path("taxMinor").asLong()));
    }
    page.append("</table><p>订单号 Order ")
        .append(text(sale.path("payment"), "outTradeNo"))
        .append("</p></main>");
    return page.toString();
  }

  private static void row(StringBuilder page, String kind, String label, String amount) {
    page.append("<tr class=").append(kind).append("><td>").append(label);
    page.append("</td><td>¥").append(amount).append("</td></tr>");
  }

  private static String money(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field)
        .asText()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
