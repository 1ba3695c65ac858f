package org.facepay.terminal.technician;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore.Dossier;

/**
 * What is kept of members, and what each of them may ask for: to see it, to have a copy, to be
 * erased. Where the shop recognises no faces, the devices are shown.
 */
record PrivacyPage(Console.Shown shown, DevicesPage devices) implements Page {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final int AUDIT_ROWS = 50;

  @Override
  public Response answer(Visit visit) throws MemberException {
    Optional<PrivacyDesk> desk = shown.get().privacy();
    return desk.isPresent()
        ? Response.html(200, overview(visit, desk.get(), ""))
        : devices.answer(visit);
  }

  /** Shows, exports or erases the member whom the form names. */
  Response member(Visit visit) throws MemberException {
    Optional<PrivacyDesk> open = shown.get().privacy();
    if (open.isEmpty()) {
      return Response.html(404, devices.page(visit));
    }
    PrivacyDesk desk = open.get();
    Language language = visit.language();
    Optional<String> found = desk.find(visit.field("member"));
    if (found.isEmpty()) {
      return Response.html(404, overview(visit, desk, nobody(language)));
    }
    String id = found.get();
    return switch (visit.field("do")) {
      case "export" ->
          Response.of(200, "application/json; charset=utf-8", export(visit, desk, id))
              .with("Content-Disposition", "attachment; filename=\"member-" + id + ".json\"");
      case "erase" ->
          Response.html(
              200,
              id.equals(visit.field("again"))
                  ? overview(visit, desk, erased(visit, desk, id))
                  : member(language, visit.form(), id, desk.export(id), true));
      default -> Response.html(200, member(language, visit.form(), id, desk.export(id), false));
    };
  }

  private String overview(Visit visit, PrivacyDesk desk, String said) throws MemberException {
    return overview(visit.language(), visit.form(), desk.kept(), said);
  }

  private String overview(Language language, String form, PrivacyDesk.Kept kept, String said) {
    StringBuilder consents = new StringBuilder();
    for (Map.Entry<String, Integer> c : kept.counts().standingConsents().entrySet()) {
      row(consents, purpose(language, c.getKey()), c.getValue());
    }
    return ConsolePages.shell(
        language,
        ConsoleWords.PRIVACY.in(language),
        """
        %s%s<section><h2>%s</h2><dl>%s</dl></section>
        <section><h2>%s</h2><dl>%s</dl></section>
        <section><h2>%s</h2><form method=post>%s<label>%s<input name=member required autocomplete=off></label>
        <button class=primary name=do value=show>%s</button></form></section>
        %s
        """
            .formatted(
                ConsolePages.nav(language, ConsolePages.PRIVACY, shown),
                said,
                PrivacyWords.KEPT.in(language),
                counts(language, kept),
                PrivacyWords.CONSENTS.in(language),
                consents.isEmpty() ? "<dd>—</dd>" : consents,
                PrivacyWords.ONE_MEMBER.in(language),
                ConsolePages.hidden("form", form),
                PrivacyWords.WHO.in(language),
                ConsoleWords.SHOW.in(language),
                ConsolePages.leave(language, form)));
  }

  private String counts(Language language, PrivacyDesk.Kept kept) {
    StringBuilder rows = new StringBuilder();
    row(rows, PrivacyWords.MEMBERS.in(language), kept.counts().members());
    row(rows, PrivacyWords.TEMPLATES.in(language), kept.templates());
    row(rows, PrivacyWords.TOMBSTONES.in(language), kept.tombstones());
    row(rows, PrivacyWords.AUDIT_ROWS.in(language), kept.counts().auditRows());
    row(
        rows,
        PrivacyWords.OLDEST_AUDIT_ROW.in(language),
        kept.counts().oldestAuditRow().map(this::time));
    row(
        rows,
        PrivacyWords.AUDIT_KEPT_FOR.in(language),
        PrivacyWords.DAYS.in(language, kept.counts().retentionDays()));
    row(rows, PrivacyWords.PICTURES.in(language), PrivacyWords.NO_PICTURES.in(language));
    return rows.toString();
  }

  private String member(Language language, String form, String id, Dossier of, boolean sure) {
    StringBuilder rows = new StringBuilder();
    row(rows, PrivacyWords.JOINED.in(language), of.member().map(m -> time(m.joinedAt())));
    row(rows, PrivacyWords.FACES.in(language), of.templates());
    of.consents()
        .forEach(
            c ->
                row(
                    rows,
                    purpose(language, c.purpose().name()) + " " + c.version(),
                    decision(language, c.decision().name()) + " · " + time(c.at())));
    StringBuilder audit = new StringBuilder();
    of.audit().reversed().stream().limit(AUDIT_ROWS).forEach(a -> audit.append(line(language, a)));
    return ConsolePages.shell(
        language,
        PrivacyWords.MEMBER.in(language, ConsolePages.escaped(id)),
        """
        <section><dl>%s</dl></section>
        <form method=post class=acts>%s%s<button class=primary name=do value=export>%s</button>%s</form>
        <section><h2>%s</h2><ul class=audit>%s</ul></section>
        <p><a href="%s?lang=%s">%s</a></p>
        """
            .formatted(
                rows,
                ConsolePages.hidden("form", form),
                ConsolePages.hidden("member", id),
                PrivacyWords.EXPORT.in(language),
                erase(language, id, sure),
                PrivacyWords.AUDIT.in(language),
                audit,
                ConsolePages.PRIVACY,
                language.code(),
                PrivacyWords.BACK.in(language)));
  }

  /** The button, which asks before it is done. */
  private static String erase(Language language, String id, boolean sure) {
    return sure
        ? """
              <p class=bad>%s</p>%s<button class=danger name=do value=erase>%s</button>
              """
            .formatted(
                PrivacyWords.FOR_GOOD.in(language),
                ConsolePages.hidden("again", id),
                PrivacyWords.ERASE_FOR_EVER.in(language))
        : "<button name=do value=erase>" + PrivacyWords.ERASE.in(language) + "</button>";
  }

  private String export(Visit visit, PrivacyDesk desk, String id) throws MemberException {
    String dossier = DossierJson.of(desk.export(id));
    shown.did(visit, Deeds.Deed.MEMBER_EXPORTED, id);
    return dossier;
  }

  private String erased(Visit visit, PrivacyDesk desk, String id) throws MemberException {
    int templates = desk.erase(id);
    shown.did(visit, Deeds.Deed.MEMBER_ERASED, id);
    return ConsolePages.good(PrivacyWords.ERASED.in(visit.language(), templates));
  }

  private static String nobody(Language language) {
    return ConsolePages.bad(PrivacyWords.NOBODY.in(language));
  }

  private String line(Language language, AuditRow row) {
    AuditRow.Scores s = row.scores();
    String scores =
        s == null
            ? ""
            : " · " + PrivacyWords.SCORES.in(language, s.similarity(), s.margin(), s.liveness());
    return "<li>"
        + time(row.at())
        + " · "
        + PrivacyWords.kind(row.kind()).in(language)
        + scores
        + "</li>";
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(devices.zone()));
  }

  private static String purpose(Language language, String purpose) {
    return ConsolePages.escaped(PrivacyWords.purpose(language, purpose));
  }

  private static String decision(Language language, String decision) {
    return (decision.equals("GIVEN") ? PrivacyWords.GIVEN : PrivacyWords.WITHDRAWN).in(language);
  }

  private static void row(StringBuilder to, String name, Optional<String> value) {
    ConsolePages.row(to, name, value.orElse("—"));
  }

  private static void row(StringBuilder to, String name, int value) {
    ConsolePages.row(to, name, Integer.toString(value));
  }

  private static void row(StringBuilder to, String name, String value) {
    ConsolePages.row(to, name, value);
  }
}
