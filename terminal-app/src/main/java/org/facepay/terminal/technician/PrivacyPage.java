package org.facepay.terminal.technician;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore.Dossier;

/**
 * What is kept of members, and what each of them may ask for: to see it, to have a copy, to be
 * erased. Where the shop recognises no faces, the devices are shown.
 */
record PrivacyPage(Console.Shown shown, DevicesPage devices) implements Page {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
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
    boolean english = visit.english();
    Optional<String> found = desk.find(visit.field("member"));
    if (found.isEmpty()) {
      return Response.html(404, overview(visit, desk, nobody(english)));
    }
    String id = found.get();
    return switch (visit.field("do")) {
      case "export" ->
          Response.of(200, "application/json; charset=utf-8", DossierJson.of(desk.export(id)))
              .with("Content-Disposition", "attachment; filename=\"member-" + id + ".json\"");
      case "erase" ->
          Response.html(
              200,
              id.equals(visit.field("again"))
                  ? overview(visit, desk, erased(english, desk.erase(id)))
                  : member(english, visit.form(), id, desk.export(id), true));
      default -> Response.html(200, member(english, visit.form(), id, desk.export(id), false));
    };
  }

  private static String overview(Visit visit, PrivacyDesk desk, String said)
      throws MemberException {
    return overview(visit.english(), visit.form(), desk.kept(), said);
  }

  private static String overview(boolean en, String form, PrivacyDesk.Kept kept, String said) {
    StringBuilder rows = new StringBuilder();
    row(rows, en ? "Members" : "会员", kept.counts().members());
    row(rows, en ? "Faces kept (templates)" : "保存的面部模板", kept.templates());
    row(rows, en ? "Faces deleted so far" : "已删除的面部", kept.tombstones());
    row(rows, en ? "Audit rows" : "操作记录", kept.counts().auditRows());
    row(rows, en ? "Oldest of them" : "最早一条", kept.counts().oldestAuditRow().map(TIME::format));
    row(
        rows,
        en ? "Audit is kept for" : "操作记录保存",
        kept.counts().retentionDays() + (en ? " days" : " 天"));
    row(rows, en ? "Pictures kept" : "保存的照片", en ? "none, ever" : "没有，从不保存");
    StringBuilder consents = new StringBuilder();
    for (Map.Entry<String, Integer> c : kept.counts().standingConsents().entrySet()) {
      row(consents, purpose(en, c.getKey()), c.getValue());
    }
    return ConsolePages.shell(
        en,
        en ? "Faces and privacy" : "人脸与隐私",
        """
        %s%s<section><h2>%s</h2><dl>%s</dl></section>
        <section><h2>%s</h2><dl>%s</dl></section>
        <section><h2>%s</h2><form method=post>%s<label>%s<input name=member required autocomplete=off></label>
        <button class=primary name=do value=show>%s</button></form></section>
        %s
        """
            .formatted(
                ConsolePages.nav(en, ConsolePages.PRIVACY, true),
                said,
                en ? "What is kept" : "保存了什么",
                rows,
                en ? "Consents that stand" : "现在有效的同意",
                consents.isEmpty() ? "<dd>—</dd>" : consents,
                en ? "One member" : "一位会员",
                ConsolePages.hidden("form", form),
                en ? "Member number or whole phone number" : "会员号或完整手机号",
                en ? "Show" : "查看",
                ConsolePages.leave(en, form)));
  }

  private static String member(boolean en, String form, String id, Dossier of, boolean sure) {
    StringBuilder rows = new StringBuilder();
    row(rows, en ? "Joined" : "入会", of.member().map(m -> TIME.format(m.joinedAt())));
    row(rows, en ? "Faces kept" : "面部模板", of.templates());
    of.consents()
        .forEach(
            c ->
                row(
                    rows,
                    purpose(en, c.purpose().name()) + " " + c.version(),
                    decision(en, c.decision().name()) + " · " + TIME.format(c.at())));
    StringBuilder audit = new StringBuilder();
    of.audit().reversed().stream().limit(AUDIT_ROWS).forEach(a -> audit.append(line(a)));
    String erase =
        sure
            ? """
              <p class=bad>%s</p>%s<button class=danger name=do value=erase>%s</button>
              """
                .formatted(
                    en
                        ? "Name, phone and face are deleted and cannot be brought back. The consents remain as proof, without a name."
                        : "姓名、手机号和面部会被删除，无法恢复。同意记录作为凭据保留，不带姓名。",
                    ConsolePages.hidden("again", id),
                    en ? "Erase for ever" : "永久删除")
            : "<button name=do value=erase>" + (en ? "Erase …" : "删除…") + "</button>";
    return ConsolePages.shell(
        en,
        (en ? "Member " : "会员 ") + ConsolePages.escaped(id),
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
                en ? "Export (JSON)" : "导出 (JSON)",
                erase,
                en ? "What was done, newest first" : "操作记录，最新在前",
                audit,
                ConsolePages.PRIVACY,
                en ? "en" : "zh",
                en ? "Back" : "返回"));
  }

  private static String erased(boolean en, int templates) {
    return ConsolePages.good(
        en ? "Erased, with " + templates + " faces." : "已删除，包括 " + templates + " 个面部模板。");
  }

  private static String nobody(boolean en) {
    return ConsolePages.bad(en ? "Nobody of that number." : "没有这位会员。");
  }

  private static String line(AuditRow row) {
    AuditRow.Scores s = row.scores();
    String scores =
        s == null
            ? ""
            : String.format(
                Locale.ROOT,
                " · similarity %.2f · margin %.2f · liveness %.2f",
                s.similarity(),
                s.margin(),
                s.liveness());
    return "<li>" + TIME.format(row.at()) + " · " + row.kind() + scores + "</li>";
  }

  private static String purpose(boolean en, String purpose) {
    if (en) {
      return ConsolePages.escaped(purpose.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return ConsolePages.escaped(
        purpose
            .replace("FACE_RECOGNITION", "刷脸识别")
            .replace("FACE_PAYMENT", "刷脸付款")
            .replace("E_RECEIPT", "电子小票"));
  }

  private static String decision(boolean en, String decision) {
    return decision.equals("GIVEN") ? (en ? "given" : "同意") : en ? "withdrawn" : "撤回";
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
