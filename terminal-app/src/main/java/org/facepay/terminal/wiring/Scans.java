package org.facepay.terminal.wiring;

import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.Unreadable;
import org.facepay.terminal.checkout.Event;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.sale.PriceBook;

/** What a scan means: an article with its price of this moment, a wallet's code, or neither. */
record Scans(PriceBook prices, PaymentProviders providers) {

  Event event(ScanResult result) {
    return switch (result) {
      case Unreadable _ -> new Event.UnreadableScanned();
      case Scan scan -> event(scan);
    };
  }

  private Event event(Scan scan) {
    String data = scan.data().strip();
    if (PayCode.looksLikeOne(data)) {
      PayCode code = new PayCode(data);
      return new Event.PayCodePresented(code, providers.accepting(code).orElse(""));
    }
    return switch (prices.find(data, scan.aimId().orElse(""))) {
      case PriceBook.Found.Item(var product, var quantity) ->
          new Event.ItemScanned(product, quantity);
      case PriceBook.Found.NotFound(String code) -> new Event.UnknownItemScanned(code);
      case PriceBook.Found.NoBarcode _ -> new Event.UnreadableScanned();
    };
  }
}
