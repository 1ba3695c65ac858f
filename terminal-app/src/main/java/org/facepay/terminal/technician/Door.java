package org.facepay.terminal.technician;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Multipart;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.technician.Sessions.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In front of every page: shows none without the PIN, and does nothing that was not sent by a form
 * of the session's own.
 */
record Door(Sessions sessions) {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  /** What is written into a form; only a file is larger. */
  private static final int MOST_WORDS = 4_096;

  /** A desk that shows a page. */
  Desk shows(Page page) {
    return request -> {
      Language language = language(request);
      return known(request)
          .map(
              session ->
                  answer(
                      page,
                      new Visit(
                          session.who(),
                          language,
                          session.form(),
                          request.parameters(),
                          Optional.empty())))
          .orElseGet(() -> logIn(200, language, false));
    };
  }

  /**
   * A desk that takes the PIN, or does what a form says.
   *
   * @param acts by the value of the form's field "do"
   */
  Desk does(Map<String, Page> acts, Page otherwise) {
    return request ->
        request.body().length > MOST_WORDS
            ? said(413, language(request), ConsoleWords.FORM_TOO_LARGE)
            : does(acts, otherwise, request, request.form(), Optional.empty());
  }

  /**
   * As {@link #does}, of a form in which a file may be.
   *
   * @param tooLarge what is shown where the file is larger than the front reads
   */
  Desk takes(Map<String, Page> acts, Page otherwise, Page tooLarge) {
    Desk words = does(acts, otherwise);
    return new Desk() {
      @Override
      public Response answer(Request request) throws IOException {
        Optional<Multipart> sent = Multipart.of(request);
        return sent.isEmpty()
            ? words.answer(request)
            : does(
                acts,
                otherwise,
                request,
                sent.get().fields(),
                sent.get().files().values().stream().findFirst());
      }

      @Override
      public Response tooLarge(Request request, int most) {
        Language language = language(request);
        return known(request)
            .map(s -> new Visit(s.who(), language, s.form(), Map.of(), Optional.empty()))
            .map(visit -> Door.answer(tooLarge, visit))
            .orElseGet(() -> logIn(413, language, false));
      }
    };
  }

  private Response does(
      Map<String, Page> acts,
      Page otherwise,
      Request request,
      Map<String, String> sent,
      Optional<byte[]> file) {
    Language language = language(request);
    Map<String, String> form = new TreeMap<>();
    sent.forEach((name, value) -> form.put(name, value.strip()));
    if (form.containsKey("pin")) {
      return logIn(request, form, language);
    }
    Optional<Session> known = known(request);
    if (known.isEmpty()) {
      return logIn(200, language, false);
    }
    if (!known.get().form().equals(form.get("form"))) {
      return said(403, language, ConsoleWords.OTHER_FORM);
    }
    Page act = acts.getOrDefault(form.getOrDefault("do", ""), otherwise);
    return answer(act, new Visit(known.get().who(), language, known.get().form(), form, file));
  }

  /** Ends the session. */
  Response leave(Visit visit) {
    sessions.end();
    return logIn(200, visit.language(), false);
  }

  private Response logIn(int status, Language language, boolean wrong) {
    return Response.html(status, ConsolePages.logIn(language, sessions.named(), wrong));
  }

  private Response logIn(Request request, Map<String, String> form, Language language) {
    Optional<Session> fresh =
        sessions.open(form.getOrDefault("who", ""), form.getOrDefault("pin", ""));
    if (fresh.isEmpty()) {
      LOG.warn("console: a wrong PIN");
      return logIn(403, language, true);
    }
    LOG.info("console: {} has come in", fresh.get().who());
    String cookie = "console=" + fresh.get().cookie() + "; HttpOnly; SameSite=Strict; Path=/";
    boolean chosen = request.parameters().containsKey("lang");
    return Response.text(303, "")
        .with("Set-Cookie", cookie)
        .with("Location", chosen ? ConsolePages.home(language) : "/");
  }

  private static Response answer(Page page, Visit visit) {
    try {
      return page.answer(visit);
    } catch (MemberException e) {
      LOG.error("console: {}", e.getMessage());
      return said(500, visit.language(), ConsoleWords.MEMBERS_UNREADABLE);
    }
  }

  private static Response said(int status, Language language, Phrase what) {
    String body = ConsolePages.bad(what.in(language)) + ConsolePages.back(language);
    return Response.html(
        status, ConsolePages.shell(language, ConsoleWords.TECHNICIAN.in(language), body));
  }

  /** A page that renews itself is nobody's hand: it does not keep the session open. */
  private Optional<Session> known(Request request) {
    boolean hand = !request.parameters().containsKey("live");
    return sessions.known(request.header("Cookie").orElse(""), hand);
  }

  /** The one that a link names, or what the browser asks for. */
  private static Language language(Request request) {
    String named = request.parameters().get("lang");
    if (named != null) {
      return Language.of(named);
    }
    String asked = request.header("Accept-Language").orElse("");
    return asked.startsWith("en") ? Language.ENGLISH : Language.CHINESE;
  }
}
