package org.facepay.terminal.world.attendants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Call;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;

/** What waits for staff at a terminal, as the attendant's page is told it. */
final class Waiting {
  private Waiting() {}

  /** JSON; without {@code call} and {@code waits} where nothing waits. */
  static ObjectNode of(State<?> state, Identity identity) {
    ObjectNode said = JsonNodeFactory.instance.objectNode().put("terminal", identity.id());
    said.put("name", identity.terminal().zh()).put("nameEn", identity.terminal().en());
    Call call = state.view().call();
    if (call.stamp() != 0) {
      said.putObject("call")
          .put("id", call.stamp())
          .put("at", call.at().toString())
          .put("why", call.why())
          .put("heard", call.heard().name());
    }
    Optional<Session> session = state.openSession();
    session.ifPresent(s -> waits(said.put("session", s.id()), s));
    session.filter(s -> !s.basket().isEmpty()).ifPresent(s -> basket(said.putObject("basket"), s));
    return said;
  }

  /** Whether anything does. */
  static boolean any(ObjectNode said) {
    return said.has("call") || said.has("waits");
  }

  private static void waits(ObjectNode said, Session session) {
    int years = session.age().years();
    boolean bags = session.attention().bags().wrong();
    if (years > 0 || bags) {
      said.putObject("waits").put("years", years).put("bags", bags);
    }
  }

  private static void basket(ObjectNode json, Session session) {
    Priced priced = session.priced();
    json.put("items", priced.basket().articles()).put("minor", priced.total().minor());
    for (Priced.Line line : priced.lines()) {
      json.withArray("lines")
          .addObject()
          .put("name", line.goods().product().zh().name())
          .put("nameEn", line.goods().product().en().name())
          .put("quantity", Words.quantity(line.goods()))
          .put("minor", line.amount())
          .put("years", line.goods().product().age().years())
          .put("seen", line.goods().product().age().isMetBy(session.staff().seen()));
    }
  }
}
