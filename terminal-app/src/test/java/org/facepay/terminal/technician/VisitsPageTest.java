package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A cabinet's visits on the console: nobody without the PIN, nothing from outside unescaped. */
class VisitsPageTest extends ConsoleFixture {
  @Test
  void aVisitIsShownWithItsEvidenceAndAnswered() throws Exception {
    String form = logIn();
    String list = get("/visits?lang=en").body();
    assertTrue(list.contains("Visits that wait for you: 1"), list);
    String sheet = get("/visits?lang=en&visit=7ABC").body();
    assertTrue(sheet.contains("91.2 % sure"), sheet);
    assertTrue(sheet.contains("<polyline points=\"0.0,0.0 444.4,120.0 800.0,120.0 \"/>"), sheet);
    assertTrue(
        sheet.contains("aria-label=\"Shelf S&lt;1&gt;: from -330 g to 0 g in 0.9 s\""), sheet);
    assertFalse(sheet.contains("<b>"), "what an article is called is no markup");
    assertTrue(sheet.contains("<option value=2>2 back, ¥17.80</option>"), sheet);
    String none = wrong(form, "0");
    assertTrue(none.contains("Choose what goes back first"), none);
    assertTrue(get("/visits?lang=en").body().contains("Visits that wait for you: 1"));
    String kept = wrong(form, "2");
    assertTrue(kept.contains("Written down."), kept);
    assertEquals(List.of(1, 1), benches.givenBack);
    assertTrue(kept.contains("the bill is wrong"), kept);
    assertTrue(get("/visits?lang=en").body().contains("No visit waits for you"));
  }

  private String wrong(String form, String pieces) throws Exception {
    return postTo(
            "/visits?lang=en",
            "form",
            form,
            "do",
            "looked",
            "visit",
            "7ABC",
            "bill",
            "yes",
            "back-1",
            pieces,
            "right",
            "no")
        .body();
  }

  @Test
  void withoutThePinOrTheFormNothingIsSaid() throws Exception {
    assertFalse(get("/visits?visit=7ABC").body().contains("polyline"));
    String form = logIn();
    assertEquals(
        403,
        postTo("/visits", "form", form + "x", "do", "looked", "visit", "7ABC", "right", "no")
            .statusCode());
    assertTrue(get("/visits?lang=en").body().contains("Visits that wait for you: 1"));
  }

  @Test
  void evidenceThatCannotBeReadIsToldInWords() throws Exception {
    logIn();
    String told = get("/visits?lang=en&visit=BROKEN").body();
    assertTrue(told.contains("cannot be read: line 3: &lt;no number&gt;"), told);
    assertTrue(get("/visits?lang=zh&visit=none").body().contains("没有这条记录"));
  }
}
