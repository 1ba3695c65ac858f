package org.facepay.terminal.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Element;
import org.facepay.peripherals.printer.ReceiptDocument.Feed;
import org.facepay.peripherals.printer.ReceiptDocument.QrCode;
import org.facepay.peripherals.printer.ReceiptDocument.Style;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.terminal.session.Effect;

/** The slip of a suspended basket: its code, and until when it counts. */
public record PaperBasket(PaperReceipt paper, BasketCodes codes, ZoneId zone) {

  public ReceiptDocument of(Effect.PrintKept effect, Instant at) {
    List<Element> slip = paper.head(effect.language(), at);
    slip.add(new Text(PaperWords.KEPT.in(effect.language()), Style.centered().inBold().doubled()));
    slip.add(new Feed(1));
    slip.add(new QrCode(codes.text(effect.basket(), effect.until()), 5));
    String until = Words.time(effect.until(), zone).substring(0, 16);
    slip.add(new Text(PaperWords.KEPT_UNTIL.in(effect.language(), until), Style.centered()));
    slip.add(new Cut());
    return new ReceiptDocument(slip);
  }
}
