package org.facepay.terminal.technician;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.technician.BadgeDesk.Badge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has a badge, and a PIN for the console: a new one at the scanner or by its code, and taking
 * one back.
 */
record BadgesPage(Console.Shown shown, HolderPins pins) implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(BadgesPage.class);
  private static final int REFRESH_SECONDS = 2;

  /** What is done at the desk, and what is said of it. */
  private interface Work {
    String at(BadgeDesk desk) throws IOException;
  }

  @Override
  public Response answer(Visit visit) {
    return page(visit, _ -> "");
  }

  /** By the code that was typed; without one the next badge at the scanner is taken. */
  Response add(Visit visit) {
    String name = visit.field("name");
    String code = visit.field("code");
    return page(
        visit,
        desk ->
            said(
                visit.language(),
                name,
                code.isEmpty()
                    ? desk.await(name, visit.who())
                    : desk.add(name, code, visit.who())));
  }

  /** Asks once; the form that answers names the badge again. */
  Response revoke(Visit visit) {
    Language language = visit.language();
    String id = visit.field("badge");
    return page(
        visit,
        desk -> {
          if (!id.equals(visit.field("again"))) {
            return question(visit, desk, id);
          }
          Optional<String> whose;
          try {
            whose = revoked(visit, desk, id);
          } catch (IOException e) {
            LOG.error("console: a badge is revoked until the restart only: {}", e.toString());
            return ConsolePages.bad(BadgesWords.REVOKED_NOT_WRITTEN.in(language));
          }
          return whose
              .map(name -> BadgesWords.REVOKED.in(language, ConsolePages.escaped(name)))
              .map(ConsolePages::good)
              .orElseGet(() -> ConsolePages.bad(BadgesWords.GONE.in(language)));
        });
  }

  /** With the last badge of a name goes its PIN. */
  private Optional<String> revoked(Visit visit, BadgeDesk desk, String id) throws IOException {
    Optional<String> whose = desk.revoke(id, visit.who());
    List<String> left = desk.badges().stream().map(Badge::name).toList();
    if (whose.isPresent() && !left.contains(whose.get())) {
      pins.forget(whose.get());
    }
    return whose;
  }

  /** Gives somebody a PIN for the console, who should make another of it. */
  Response pin(Visit visit) {
    Language language = visit.language();
    String id = visit.field("holder");
    String fresh = visit.field("fresh");
    return page(
        visit,
        desk -> {
          Optional<Badge> badge = desk.badges().stream().filter(b -> b.id().equals(id)).findFirst();
          if (badge.isEmpty()) {
            return ConsolePages.bad(BadgesWords.GONE.in(language));
          }
          String name = badge.get().name();
          if (!fresh.equals(visit.field("again")) || !pins.give(name, fresh)) {
            return ConsolePages.bad(PinWords.NOT_GIVEN.in(language));
          }
          shown.did(visit, Deeds.Deed.PIN_GIVEN, name);
          return ConsolePages.good(PinWords.GIVEN.in(language, ConsolePages.escaped(name)));
        });
  }

  private static String said(Language language, String name, BadgeDesk.Added added) {
    return switch (added) {
      case ADDED -> ConsolePages.good(BadgesWords.ADDED.in(language, ConsolePages.escaped(name)));
      case AWAITED -> "";
      case NO_NAME -> ConsolePages.bad(BadgesWords.NO_NAME.in(language));
      case NO_BADGE -> ConsolePages.bad(BadgesWords.NO_BADGE.in(language));
      case TAKEN -> ConsolePages.bad(BadgesWords.TAKEN.in(language));
    };
  }

  private static String question(Visit visit, BadgeDesk desk, String id) throws IOException {
    Language language = visit.language();
    List<Badge> all = desk.badges();
    Optional<Badge> badge = all.stream().filter(b -> b.id().equals(id)).findFirst();
    if (badge.isEmpty()) {
      return ConsolePages.bad(BadgesWords.GONE.in(language));
    }
    String last = all.size() == 1 ? "<p>" + BadgesWords.LAST.in(language) + "</p>" : "";
    return """
        <section class=ask role=alert><h2>%s</h2>%s<form method=post class=acts>%s%s%s
        <button class=danger name=do value=revoke>%s</button><button name=do value=show>%s</button></form></section>
        """
        .formatted(
            BadgesWords.SURE.in(language, ConsolePages.escaped(badge.get().name())),
            last,
            ConsolePages.hidden("form", visit.form()),
            ConsolePages.hidden("badge", id),
            ConsolePages.hidden("again", id),
            BadgesWords.REVOKE_NOW.in(language),
            BadgesWords.KEEP.in(language));
  }

  private Response page(Visit visit, Work work) {
    Language language = visit.language();
    StringBuilder body = new StringBuilder(ConsolePages.nav(language, ConsolePages.BADGES, shown));
    String head = "";
    Optional<BadgeDesk> desk = shown.get().workshop().flatMap(Workshop::badges);
    if (desk.isPresent()) {
      try {
        body.append(work.at(desk.get())).append(awaited(language, desk.get()));
        body.append(list(visit, desk.get().badges()));
      } catch (IOException e) {
        LOG.error("console: the badges are not changed: {}", e.toString());
        body.append(ConsolePages.bad(BadgesWords.NOT_WRITTEN.in(language)));
      }
      boolean waits = desk.get().awaited().isPresent();
      head = waits ? ConsolePages.renewing(language, ConsolePages.BADGES, REFRESH_SECONDS) : "";
      body.append(form(visit));
    }
    return Response.html(
        200, ConsolePages.shell(language, BadgesWords.BADGES.in(language), head, body.toString()));
  }

  private static String awaited(Language language, BadgeDesk desk) {
    return desk.awaited()
        .map(name -> BadgesWords.WAITING.in(language, ConsolePages.escaped(name)))
        .map(ConsolePages::note)
        .orElse("");
  }

  private String list(Visit visit, List<Badge> badges) {
    Language language = visit.language();
    if (badges.isEmpty()) {
      return ConsolePages.bad(BadgesWords.NOBODY.in(language));
    }
    StringBuilder rows = new StringBuilder();
    if (!pins.any()) {
      rows.append(ConsolePages.note(PinWords.NOBODY_NAMED.in(language)));
    }
    rows.append("<section><ul class=list>");
    for (Badge badge : badges) {
      rows.append(
          "<li><b>%s</b><form method=post>%s%s<button class=slim name=do value=revoke>%s</button></form>%s"
              .formatted(
                  ConsolePages.escaped(badge.name()),
                  ConsolePages.hidden("form", visit.form()),
                  ConsolePages.hidden("badge", badge.id()),
                  BadgesWords.REVOKE.in(language),
                  pinForm(visit, badge)));
    }
    return rows.append("</ul></section>").toString();
  }

  /** Shut until somebody wants it. */
  private String pinForm(Visit visit, Badge badge) {
    Language language = visit.language();
    boolean has = pins.has(badge.name());
    return """
        <details><summary>%s · %s</summary><form method=post>%s%s
        <label>%s<input name=fresh type=password inputmode=numeric autocomplete=new-password required></label>
        <label>%s<input name=again type=password inputmode=numeric autocomplete=new-password required></label>
        <button class=slim name=do value=pin>%s</button></form></details>
        """
        .formatted(
            PinWords.OWN.in(language),
            (has ? PinWords.HAS_ONE : PinWords.HAS_NONE).in(language),
            ConsolePages.hidden("form", visit.form()),
            ConsolePages.hidden("holder", badge.id()),
            StateWords.FRESH.in(language),
            StateWords.AGAIN.in(language),
            PinWords.GIVE.in(language));
  }

  private static String form(Visit visit) {
    Language language = visit.language();
    return """
        <section><h2>%s</h2><p class=soft>%s</p><form method=post>%s
        <label>%s<input name=name maxlength=40 autocomplete=off required></label>
        <label>%s<input name=code type=password maxlength=30 autocomplete=off></label>
        <button class=primary name=do value=add>%s</button></form></section>
        """
        .formatted(
            BadgesWords.NEW.in(language),
            BadgesWords.HOW.in(language),
            ConsolePages.hidden("form", visit.form()),
            BadgesWords.NAME.in(language),
            BadgesWords.CODE.in(language),
            BadgesWords.ADD.in(language));
  }
}
