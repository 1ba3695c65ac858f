package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What of a container's bill can be objected to, a touch for each line, and what has come of what
 * was. A form without a script; the receipt's address is all it needs.
 */
final class ObjectionForm {
  private ObjectionForm() {}

  /** Markup; empty for a sale that is no container's bill. */
  static String of(JsonNode sale, Bill bill, Instant now) {
    StringBuilder said = new StringBuilder();
    StringBuilder open = new StringBuilder();
    int number = 0;
    for (JsonNode line : sale.path("lines")) {
      number++;
      if (bill.said().containsKey(number)) {
        said.append("<li>").append(name(line)).append(became(bill, number)).append("</li>");
      } else if (bill.open(number, now)) {
        open.append("<li>").append(name(line)).append(form(number, line)).append("</li>");
      }
    }
    StringBuilder page = new StringBuilder();
    if (!said.isEmpty()) {
      page.append("<h2>你说不对的 What you object to</h2><ul>").append(said).append("</ul>");
    }
    if (!open.isEmpty()) {
      page.append("<details><summary>账单不对？<small>Something is not right?</small></summary>")
          .append(
              "<p>柜子留着称重记录，%1$s 前都可以说。<small>The cabinet keeps what it weighed: you can say so until %1$s.</small></p>"
                  .formatted(ReceiptPage.escaped(bill.until().orElseThrow().local())))
          .append("<ul>")
          .append(open)
          .append("</ul></details>");
    }
    return page.toString();
  }

  private static String name(JsonNode line) {
    return "<b>%s %s</b><small>%s</small>"
        .formatted(
            ReceiptPage.text(line, "name"),
            ReceiptPage.text(line, "quantity"),
            ReceiptPage.text(line, "nameEn"));
  }

  private static String form(int number, JsonNode line) {
    boolean one = line.path("quantity").asText().equals("×1");
    String none =
        one
            ? button(Objection.Why.NOT_TAKEN, "我没拿", "I did not take it")
            : button(Objection.Why.NOT_TAKEN, "一件都没拿", "I took none of them")
                + button(Objection.Why.WRONG_NUMBER, "多算了一件", "One too many");
    return "<form method=post><input type=hidden name=line value=%d>%s</form>"
        .formatted(number, none);
  }

  private static String button(Objection.Why why, String zh, String en) {
    return "<button name=why value=%s>%s<small>%s</small></button>".formatted(why, zh, en);
  }

  private static String became(Bill bill, int line) {
    Bill.Became became = bill.became().getOrDefault(line, new Bill.Became("", 0));
    String amount = "¥" + ReceiptPage.money(became.minor());
    return switch (became.state()) {
      case "REVIEW" ->
          told("店员会看称重记录，结果会写在这里。", "Staff look at what was weighed. The result will stand here.");
      case "REFUNDING" -> told("同意退 " + amount + "，正在退。", amount + " is agreed and on its way.");
      case "RETURNED" ->
          told(
              "退 " + amount + "，原路退回，见退款。",
              amount + " goes back the way it was paid; see the refund.");
      case "KEPT" -> told("看过称重记录，收款不变。", "What was weighed was looked at: the charge stays.");
      case "EXPIRED" ->
          told("称重记录已经没有了，请找店员。", "What was weighed is not kept any more. Please ask staff.");
      default -> told("收到了，柜子联网后处理。", "Received. The cabinet sees to it once it is online.");
    };
  }

  private static String told(String zh, String en) {
    return "<p>%s<small>%s</small></p>".formatted(zh, en);
  }
}
