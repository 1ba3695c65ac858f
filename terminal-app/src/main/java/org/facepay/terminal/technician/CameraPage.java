package org.facepay.terminal.technician;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen.Guidance;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.technician.CameraDesk.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the shopper's camera sees, for whoever points it: the picture is in the page itself, so that
 * it is asked for by nobody else and goes with the words about it.
 */
record CameraPage(Console.Shown shown) implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(CameraPage.class);
  private static final int REFRESH_SECONDS = 1;

  @Override
  public Response answer(Visit visit) {
    return page(visit, "");
  }

  /** Sets the picture upright as the form says. */
  Response turn(Visit visit) {
    return page(
        visit,
        shown.get().workshop().flatMap(Workshop::camera).map(c -> turned(visit, c)).orElse(""));
  }

  private static String turned(Visit visit, CameraDesk desk) {
    Language language = visit.language();
    String asked = visit.field("degrees");
    try {
      int degrees = asked.matches("\\d{1,3}") ? Integer.parseInt(asked) : -1;
      return desk.turn(degrees, visit.who())
          ? ConsolePages.good(CameraWords.TURNED.in(language, degrees))
          : ConsolePages.bad(CameraWords.NO_TURN.in(language));
    } catch (IOException e) {
      LOG.error("console: the camera's rotation is not kept: {}", e.toString());
      return ConsolePages.bad(CameraWords.NOT_WRITTEN.in(language));
    }
  }

  private Response page(Visit visit, String said) {
    Language language = visit.language();
    String body = ConsolePages.nav(language, ConsolePages.CAMERA, shown) + said;
    Optional<CameraDesk> desk = shown.get().workshop().flatMap(Workshop::camera);
    return Response.html(
        200,
        ConsolePages.shell(
            language,
            CameraWords.CAMERA.in(language),
            ConsolePages.renewing(language, ConsolePages.CAMERA, REFRESH_SECONDS),
            body + desk.map(d -> seen(language, d.sight()) + turns(visit, d)).orElse("")));
  }

  private static String seen(Language language, Optional<Sight> sight) {
    String picture =
        sight
            .flatMap(Sight::jpeg)
            .map(
                jpeg ->
                    "<img src=\"data:image/jpeg;base64,%s\" alt=\"%s\">"
                        .formatted(
                            Base64.getEncoder().encodeToString(jpeg),
                            CameraWords.LIVE.in(language)))
            .orElse("<div class=dark>" + CameraWords.NO_PICTURE.in(language) + "</div>");
    return "<section class=sight>%s%s<p class=soft>%s</p></section>"
        .formatted(picture, hint(language, sight), CameraWords.LIVE.in(language));
  }

  private static String hint(Language language, Optional<Sight> sight) {
    if (sight.isEmpty()) {
      return ConsolePages.note(CameraWords.IN_USE.in(language));
    }
    Sight now = sight.get();
    if (now.problem().isPresent()) {
      String why = HealthWords.of(language, now.problem().get());
      return ConsolePages.bad(ConsolePages.escaped(why));
    }
    if (now.jpeg().isEmpty()) {
      return ConsolePages.note(CameraWords.NO_PICTURE.in(language));
    }
    if (!now.face() && now.guidance().isEmpty()) {
      return ConsolePages.note(CameraWords.NO_FACE.in(language));
    }
    Phrase said = CameraWords.of(now.guidance().orElse(Guidance.LOOKING));
    return said.equals(CameraWords.GOOD)
        ? ConsolePages.good(said.in(language))
        : ConsolePages.note(said.in(language));
  }

  private static String turns(Visit visit, CameraDesk desk) {
    Language language = visit.language();
    StringBuilder form = new StringBuilder("<section><h2>");
    form.append(CameraWords.TURN.in(language))
        .append("</h2><p class=soft>")
        .append(CameraWords.TURN_HOW.in(language))
        .append("</p><form method=post class=turns>")
        .append(ConsolePages.hidden("form", visit.form()))
        .append(ConsolePages.hidden("do", "turn"));
    for (int degrees : CameraDesk.TURNS) {
      boolean now = degrees == desk.rotation();
      form.append("<button name=degrees value=")
          .append(degrees)
          .append(now ? " aria-pressed=true>" : ">")
          .append((now ? CameraWords.NOW : CameraWords.DEGREES).in(language, degrees))
          .append("</button>");
    }
    return form.append("</form></section>").toString();
  }
}
