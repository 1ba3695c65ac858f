package org.facepay.terminal.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.files.TextFile;

/**
 * A wallet's daily bill as it is downloaded: Alipay's business details ({@code
 * alipay.data.dataservice.bill.downloadurl.query}, bill_type trade; comment lines begin with #) and
 * WeChat Pay's trade bill ({@code /v3/bill/tradebill}; sums follow behind a second heading).
 *
 * @param unread a sentence for every row that could not be read, with its line; it stops no other
 */
public record Bill(List<Row> rows, List<String> unread) {
  /** Heading of the shop's order number; a table without it has sums alone. */
  static final String ORDER = "商户订单号";

  private static final String SUMS = "总交易单数";
  private static final int SHOWN = 200;

  public Bill {
    rows = List.copyOf(rows);
    unread = List.copyOf(unread);
  }

  /**
   * One row.
   *
   * @param order the shop's order number; empty for what moved without one
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
   * Reads a bill, compressed or in an archive or as it is.
   *
   * @param decimals of the currency
   * @throws IOException when it is no such bill at all
   */
  public static Bill read(Path file, int decimals) throws IOException {
    try {
      return parse(BillText.read(file), decimals);
    } catch (IOException e) {
      throw new IOException(file + ": " + (e.getMessage() == null ? e : e.getMessage()), e);
    }
  }

  static Bill parse(List<BillText> texts, int decimals) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    boolean any = false;
    for (BillText text : texts) {
      any |= parse(text, decimals, rows, unread);
    }
    if (!any) {
      throw new IOException("no bill: there is no column " + ORDER);
    }
    return new Bill(rows, unread);
  }

  /** Whether there is a table of orders in it. */
  private static boolean parse(BillText text, int decimals, List<Row> rows, List<String> unread) {
    Optional<BillColumns> columns = Optional.empty();
    int number = 0;
    for (String line : text.text().lines().toList()) {
      number++;
      List<String> cells = BillCells.of(line).getFirst();
      if (cells.contains(ORDER)) {
        columns = Optional.of(new BillColumns(cells, decimals));
      } else if (cells.contains(SUMS)) {
        break;
      } else if (columns.isPresent() && !line.isBlank() && !line.startsWith("#")) {
        Optional<Row> row = columns.get().row(line);
        row.ifPresent(rows::add);
        if (row.isEmpty()) {
          unread.add(
              "%s cannot be read: %s".formatted(text.place(number), TextFile.visible(cut(line))));
        }
      }
    }
    return columns.isPresent();
  }

  private static String cut(String line) {
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
