package org.facepay.terminal.world.attendants;

import com.fasterxml.jackson.databind.JsonNode;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;

/**
 * What an answer of staff can be to, now.
 *
 * @param session 0 when nobody shops
 * @param years 0 when no age is to be looked at
 * @param bags whether the bags are to be looked into
 * @param call 0 when nobody is called, or somebody is coming
 */
record Asked(long session, int years, boolean bags, long call) {
  static final Asked NOTHING = new Asked(0, 0, false, 0);

  static Asked of(State<?> state) {
    var call = state.view().call();
    long open = call.heard() == StaffCall.COMING ? 0 : call.stamp();
    return state
        .openSession()
        .map((Session s) -> new Asked(s.id(), s.age().years(), s.attention().bags().wrong(), open))
        .orElse(new Asked(0, 0, false, open));
  }

  boolean waitsFor(JsonNode answer) {
    boolean same = session != 0 && session == answer.path("session").asLong();
    return switch (answer.path("kind").asText()) {
      case "coming" -> call != 0 && call == answer.path("call").asLong();
      case "old", "young" -> same && years != 0 && years == answer.path("years").asInt();
      case "bags" -> same && bags;
      default -> false;
    };
  }
}
