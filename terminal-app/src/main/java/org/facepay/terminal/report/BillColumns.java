package org.facepay.terminal.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a bill, found by their headings, so their order and further columns do not matter.
 * A row whose names have commas in them has more cells than columns; it is read when there is one
 * way only to lay it out so that times are times and amounts are amounts.
 */
final class BillColumns {
  private static final List<String> REFUND_NUMBER = List.of("商户退款单号", "退款批次号/请求号", "退款批次号");
  private static final List<String> PAID = List.of("订单金额（元）", "订单金额", "应结订单金额", "总金额");
  private static final List<String> REFUNDED = List.of("退款金额", "申请退款金额");
  private static final List<String> KIND = List.of("业务类型", "交易状态");

  /** What shops and shoppers write as they like. */
  private static final Set<String> FREE =
      Set.of("商品名称", "商户数据包", "门店名称", "操作员", "对方账户", "券名称", "备注", "费率备注");

  private static final Pattern TIME =
      Pattern.compile("([0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}( [0-9:]{4,8})?)?");
  private static final Pattern AMOUNT =
      Pattern.compile("([-+]?[0-9][0-9,]{0,14}(\\.[0-9]{1,4})?)?");
  private static final Pattern RATE = Pattern.compile("([0-9.]{1,8}%?)?");
  private static final Pattern NUMBER = Pattern.compile("[^\\s.,`\"]{0,64}");
  private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

  /** Commas in names; more are no name's, and would be laid out in too many ways. */
  private static final int MOST_SURPLUS = 8;

  private final List<String> headings;
  private final List<Pattern> patterns;
  private final int decimals;

  BillColumns(List<String> headings, int decimals) {
    this.headings = List.copyOf(headings);
    this.patterns = headings.stream().map(BillColumns::pattern).toList();
    this.decimals = decimals;
  }

  private static Pattern pattern(String heading) {
    if (FREE.contains(heading)) {
      return ANYTHING;
    }
    if (heading.contains("时间")) {
      return TIME;
    }
    if (heading.contains("费率")) {
      return RATE;
    }
    if (heading.contains("金额") || heading.contains("元") || heading.contains("费")) {
      return AMOUNT;
    }
    return heading.contains("订单号") || REFUND_NUMBER.contains(heading) ? NUMBER : ANYTHING;
  }

  /** What a line says; empty when it is no row of this bill, or could be two. */
  Optional<Bill.Row> row(String line) {
    for (List<String> cells : BillCells.of(line)) {
      int most = headings.size() + MOST_SURPLUS;
      List<List<String>> layouts = new ArrayList<>();
      if (cells.size() <= most || isEmpty(cells.subList(most, cells.size()))) {
        lay(cells.subList(0, Math.min(most, cells.size())), List.of(), layouts);
      }
      List<Bill.Row> rows =
          layouts.stream().flatMap(layout -> row(layout).stream()).distinct().toList();
      if (!rows.isEmpty()) {
        return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Lays the cells that are left into the columns that are left, in every way that makes sense. */
  private void lay(List<String> left, List<String> laid, List<List<String>> layouts) {
    int column = laid.size();
    if (column == headings.size()) {
      if (isEmpty(left)) {
        layouts.add(laid);
      }
      return;
    }
    boolean free = FREE.contains(headings.get(column));
    if (left.isEmpty() && !free) {
      return; // the line was cut short
    }
    int surplus = left.size() - (headings.size() - column);
    for (int more = 0; more <= (free ? Math.max(0, surplus) : 0); more++) {
      int taken = Math.min(1 + more, left.size());
      String cell = String.join(",", left.subList(0, taken));
      if (patterns.get(column).matcher(cell).matches()) {
        List<String> next = new ArrayList<>(laid);
        next.add(cell);
        lay(left.subList(taken, left.size()), next, layouts);
      }
    }
  }

  private static boolean isEmpty(List<String> cells) {
    return cells.stream().allMatch(String::isEmpty);
  }

  private Optional<Bill.Row> row(List<String> cells) {
    String order = of(cells, List.of(Bill.ORDER));
    String told = of(cells, REFUND_NUMBER);
    String refund = told.equals("0") ? "" : told; // WeChat Pay's way to say that there is none
    boolean isRefund = of(cells, KIND).matches("退款|REFUND|REVOKED") || !refund.isEmpty();
    String amount = of(cells, isRefund ? REFUNDED : PAID);
    String text = isRefund && amount.matches("|0(\\.0*)?") ? of(cells, PAID) : amount;
    // A reversal has no number of its own.
    String number = isRefund && refund.isEmpty() ? order + "_reversed" : refund;
    try {
      BigDecimal value = new BigDecimal(text.replace(",", "")).abs().movePointRight(decimals);
      return Optional.of(new Bill.Row(order, isRefund ? number : "", value.longValueExact()));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private String of(List<String> cells, List<String> names) {
    return names.stream()
        .map(headings::indexOf)
        .filter(at -> at >= 0)
        .map(cells::get)
        .findFirst()
        .orElse("");
  }
}
