package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * {@code GET /r/TOKEN}: the e-receipt of a sale with its refunds, or that it comes as soon as the
 * sale does.
 */
record ReceiptDesk(EventStore store, InstantSource clock) implements Desk {
  static final String PATH = "/r/";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Response answer(Request request) throws IOException {
    Optional<EventStore.Receipt> sale = store.receipt(request.path().substring(PATH.length()));
    return sale.isPresent()
        ? Response.html(200, page(JSON.readTree(sale.get().data())))
        : Response.html(404, ReceiptPage.notYet());
  }

  private String page(JsonNode sale) throws IOException {
    List<JsonNode> refunds = new ArrayList<>();
    for (String refund : store.refunds(sale.path("saleId").asText())) {
      refunds.add(JSON.readTree(refund));
    }
    Bill bill = Bill.of(store, sale.path("saleId").asText());
    return ReceiptPage.of(sale, refunds, ObjectionForm.of(sale, bill, clock.instant()));
  }
}
