package org.facepay.terminal.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.PastSale.PastLine;
import org.facepay.terminal.session.Return;

/** The sales of this terminal by what is printed on their receipts, with what has gone back. */
public final class PastSales {
  /** What stands between a sale's id and the number of one of its refunds. */
  private static final String REFUND = "_R";

  /** A sale's id ends with a number; that of its journal, in the middle, may begin with R. */
  private static final Pattern REFUND_ID = Pattern.compile(REFUND + "[0-9]+$");

  private static final Pattern PIECES = Pattern.compile("×([0-9]{1,4})");

  /** More pieces than any line has. */
  private static final int WHOLE = 10_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sales sales;
  private final ReceiptLinks links;
  private final Function<String, String> pictures;
  private final Function<String, List<Return>> onTheWay;

  /**
   * @param pictures of an article by its code; empty when it is sold no more
   */
  public PastSales(Sales sales, ReceiptLinks links, Function<String, String> pictures) {
    this(sales, links, pictures, _ -> List.of());
  }

  /**
   * @param onTheWay what of a sale goes back already and is not recorded yet
   */
  public PastSales(
      Sales sales,
      ReceiptLinks links,
      Function<String, String> pictures,
      Function<String, List<Return>> onTheWay) {
    this.sales = sales;
    this.links = links;
    this.pictures = pictures;
    this.onTheWay = onTheWay;
  }

  /** Whether a scanned code is the address of one of our receipts. */
  public boolean isReceipt(String code) {
    return links.tokenOf(code).isPresent();
  }

  /**
   * The sale whose receipt carries this address.
   *
   * @throws IOException when the journal cannot be read
   */
  public Optional<PastSale> find(String code) throws IOException {
    Optional<String> token = links.tokenOf(code);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<String> id =
          sales.newest(
              sale -> !REFUND_ID.matcher(sale).find() && links.token(sale).equals(token.get()));
      return id.isPresent() ? sale(id.get()) : Optional.empty();
    } catch (StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * The sale of this number.
   *
   * @throws IOException when the journal cannot be read
   */
  public Optional<PastSale> sale(String id) throws IOException {
    try {
      Optional<Append.Sale> sale = sales.sale(id);
      return sale.isPresent()
          ? Optional.of(past(sale.get(), sales.beginningWith(id + REFUND)))
          : Optional.empty();
    } catch (StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * The sale whose number begins so, of a session; empty when it sold nothing.
   *
   * @throws IOException when the journal cannot be read
   */
  public Optional<PastSale> ofSession(String prefix) throws IOException {
    try {
      Optional<String> id =
          sales.beginningWith(prefix).stream()
              .map(Append.Sale::id)
              .filter(sale -> !REFUND_ID.matcher(sale).find())
              .findFirst();
      return id.isPresent() ? sale(id.get()) : Optional.empty();
    } catch (StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static int together(int before, int more) {
    return Math.min(WHOLE, before + more);
  }

  /** Of a quantity as the record has it, such as ×3; what is weighed is one. */
  private static int pieces(String quantity) {
    Matcher pieces = PIECES.matcher(quantity);
    return pieces.matches() ? Integer.parseInt(pieces.group(1)) : 1;
  }

  /** What has gone back of a sale: pieces of every line, and the money. */
  private record Gone(Map<Integer, Integer> pieces, long minor) {}

  private Gone gone(Append.Sale sale, List<Append.Sale> refunds) throws IOException {
    Map<Integer, Integer> gone = new HashMap<>();
    long refunded = 0;
    for (Append.Sale refund : refunds) {
      refunded -= refund.totalMinor();
      JsonNode record = JSON.readTree(refund.body());
      for (int n = 0; n < record.path("refundedLines").size(); n++) {
        // Records of before say no pieces: the whole line went back.
        int pieces = record.path("refundedPieces").path(n).asInt(WHOLE);
        gone.merge(record.path("refundedLines").path(n).asInt(), pieces, PastSales::together);
      }
    }
    for (Return goods : onTheWay.apply(sale.id())) {
      refunded += goods.sale().amount(goods.lines()).minor();
      goods.lines().forEach(line -> gone.merge(line, 1, PastSales::together));
    }
    return new Gone(gone, refunded);
  }

  private PastSale past(Append.Sale sale, List<Append.Sale> refunds) throws IOException {
    Gone gone = gone(sale, refunds);
    JsonNode body = JSON.readTree(sale.body());
    List<PastLine> lines = new ArrayList<>();
    for (JsonNode line : body.path("lines")) {
      int number = lines.size() + 1;
      String code = line.path("code").asText();
      int pieces = pieces(line.path("quantity").asText());
      int back = Math.min(pieces, gone.pieces().getOrDefault(number, 0));
      lines.add(
          new PastLine(
              number,
              code,
              line.path("name").asText(),
              line.path("nameEn").asText(),
              pictures.apply(code),
              line.path("quantity").asText(),
              line.path("amountMinor").asLong(),
              back == pieces,
              new PastSale.Pieces(pieces, back)));
    }
    return new PastSale(
        sale.id(),
        body.path("payment").path("provider").asText(),
        sale.currency(),
        sale.totalMinor(),
        gone.minor(),
        lines);
  }
}
