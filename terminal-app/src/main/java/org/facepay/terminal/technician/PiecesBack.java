package org.facepay.terminal.technician;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.PastSale;

/** How many pieces of each line of a bill go back, as somebody chooses it in a form. */
final class PiecesBack {
  private static final String BACK = "back-";
  private static final int MOST_LINES = 99;

  private PiecesBack() {}

  /** The pieces that are chosen, by the number of their line. */
  static List<Integer> chosen(Visit visit) {
    List<Integer> back = new ArrayList<>();
    for (int line = 1; line <= MOST_LINES; line++) {
      String pieces = visit.field(BACK + line);
      if (pieces.matches("\\d{1,2}")) {
        back.addAll(Collections.nCopies(Integer.parseInt(pieces), line));
      }
    }
    return back;
  }

  /** The fields of the form. */
  static String choices(Language language, PastSale sale) {
    StringBuilder lines = new StringBuilder("<ul class=list>");
    for (PastSale.PastLine line : sale.lines()) {
      if (line.left() == 0) {
        continue;
      }
      lines.append(
          "<li><label>%s %s</label><select name=%s%d aria-label=\"%1$s\">"
              .formatted(
                  ConsolePages.escaped(line.name(language)),
                  ConsolePages.escaped(line.quantity()),
                  BACK,
                  line.number()));
      for (int pieces = 0; pieces <= line.left(); pieces++) {
        String amount = ConsolePages.money(Money.of(line.share(pieces), sale.currency()));
        lines.append(
            "<option value=%d>%s</option>"
                .formatted(pieces, VisitsWords.PIECES_BACK.in(language, pieces, amount)));
      }
      lines.append("</select></li>");
    }
    return lines.append("</ul>").toString();
  }
}
