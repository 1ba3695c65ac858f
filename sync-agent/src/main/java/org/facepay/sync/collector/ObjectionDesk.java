package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * {@code POST /r/TOKEN}: the holder of an e-receipt objects to a line of a container's bill. Nobody
 * else knows the token, so no page of elsewhere can have it sent; said twice, it is said once, and
 * a receipt bears no more objections than it has lines. Answered with the way back to the receipt,
 * which says what comes of it.
 */
record ObjectionDesk(EventStore store, InstantSource clock) implements Desk {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Response answer(Request request) throws IOException {
    String token = request.path().substring(ReceiptDesk.PATH.length());
    Optional<EventStore.Receipt> receipt = store.receipt(token);
    if (receipt.isEmpty()) {
      return Response.html(404, ReceiptPage.notYet());
    }
    JsonNode sale = JSON.readTree(receipt.get().data());
    Map<String, String> form = request.form();
    Optional<Objection.Why> why =
        Stream.of(Objection.Why.values()).filter(w -> w.name().equals(form.get("why"))).findFirst();
    int line = number(form.getOrDefault("line", ""));
    if (why.isEmpty() || line < 1 || line > sale.path("lines").size()) {
      return Response.text(400, "expected a line of this receipt and what is wrong with it\n");
    }
    String id = sale.path("saleId").asText();
    if (Bill.of(store, id).open(line, clock.instant())) {
      store.object(new Objection(id, line, why.get(), clock.instant()), receipt.get().source());
    }
    return Response.text(303, "see the receipt\n").with("Location", ReceiptDesk.PATH + token);
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }
}
