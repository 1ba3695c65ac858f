package org.facepay.terminal.report;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A wallet's daily bill as it is downloaded: Alipay's business details ({@code
 * alipay.data.dataservice.bill.downloadurl.query}, bill_type trade; comment lines begin with #,
 * GBK) and WeChat Pay's trade bill ({@code /v3/bill/tradebill}; values begin with a backtick,
 * UTF-8). Columns are found by their headings, so their order and further columns do not matter.
 */
public final class Bill {
  private static final Charset GBK = Charset.forName("GB18030");
  private static final String ORDER = "商户订单号";
  private static final List<String> REFUND_NUMBER = List.of("商户退款单号", "退款批次号/请求号", "退款批次号");
  private static final List<String> PAID = List.of("订单金额（元）", "订单金额", "应结订单金额", "总金额");
  private static final List<String> REFUNDED = List.of("退款金额", "申请退款金额");
  private static final int MOST_BYTES = 64 << 20;

  private Bill() {}

  /**
   * One row.
   *
   * @param order the shop's order number
   * @param refund number of the refund; empty for a payment
   * @param minor what moved, above zero
   */
  public record Row(String order, String refund, long minor) {
    /** What our books know it by. */
    String id() {
      return refund.isEmpty() ? order : refund;
    }
  }

  /**
   * Reads a bill.
   *
   * @param decimals of the currency
   * @throws IOException naming the line, when it is no such bill
   */
  public static List<Row> read(Path file, int decimals) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " is larger than any daily bill");
    }
    try {
      return parse(Files.readAllBytes(file), decimals);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  static List<Row> parse(byte[] bytes, int decimals) throws IOException {
    CsvMapper csv = new CsvMapper();
    csv.enable(CsvParser.Feature.WRAP_AS_ARRAY);
    csv.enable(CsvParser.Feature.TRIM_SPACES);
    Map<String, Integer> columns = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    try (MappingIterator<String[]> lines =
        csv.readerFor(String[].class).with(CsvSchema.emptySchema()).readValues(text(bytes))) {
      while (lines.hasNextValue()) {
        Line line = new Line(lines.nextValue(), columns, lines.getCurrentLocation().getLineNr());
        if (columns.isEmpty()) {
          headings(line.values(), columns);
        } else if (isOrder(line.of(List.of(ORDER)))) { // the sums at the end have none
          rows.add(row(line, decimals));
        }
      }
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new IOException("no CSV: " + e.getOriginalMessage(), e);
    }
    if (columns.isEmpty()) {
      throw new IOException("no bill: there is no column " + ORDER);
    }
    return List.copyOf(rows);
  }

  private record Line(String[] values, Map<String, Integer> columns, int number) {
    String of(List<String> names) {
      for (String name : names) {
        Integer at = columns.get(name);
        if (at != null && at < values.length) {
          return value(values, at);
        }
      }
      return "";
    }
  }

  private static Row row(Line line, int decimals) throws IOException {
    String told = line.of(REFUND_NUMBER);
    String refund = told.equals("0") ? "" : told; // WeChat Pay's way to say that there is none
    boolean isRefund =
        line.of(List.of("业务类型", "交易状态")).matches("退款|REFUND|REVOKED") || !refund.isEmpty();
    String amount = isRefund ? line.of(REFUNDED) : line.of(PAID);
    String text = isRefund && isZero(amount) ? line.of(PAID) : amount;
    String order = line.of(List.of(ORDER));
    // A reversal has no number of its own.
    String number = isRefund && refund.isEmpty() ? order + "_reversed" : refund;
    try {
      BigDecimal value = new BigDecimal(text.replace(",", "")).abs().movePointRight(decimals);
      return new Row(order, isRefund ? number : "", value.longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IOException("line " + line.number() + ": no amount: " + text, e);
    }
  }

  private static boolean isZero(String amount) {
    return amount.isEmpty() || amount.matches("0(\\.0*)?");
  }

  private static boolean isOrder(String text) {
    return text.matches("[0-9A-Za-z_|*-]{1,64}");
  }

  private static void headings(String[] line, Map<String, Integer> columns) {
    for (int i = 0; i < line.length; i++) {
      if (value(line, i).equals(ORDER)) {
        for (int n = 0; n < line.length; n++) {
          columns.putIfAbsent(value(line, n), n);
        }
        return;
      }
    }
  }

  private static String value(String[] line, int column) {
    String raw = line[column].strip();
    return raw.startsWith("`") ? raw.substring(1).strip() : raw;
  }

  private static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, GBK);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
