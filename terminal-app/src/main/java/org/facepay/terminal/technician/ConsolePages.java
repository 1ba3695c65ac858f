package org.facepay.terminal.technician;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.MemberStore.Dossier;

/** The console's pages as HTML; every text from outside is escaped. */
final class ConsolePages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int AUDIT_ROWS = 50;

  /** Where members and what is kept of them are. */
  static final String PRIVACY = "/privacy";

  /** Where the books of a day are. */
  static final String BOOKS = "/books";

  private ConsolePages() {}

  static String home(boolean en) {
    return "/?lang=" + (en ? "en" : "zh");
  }

  /** All devices; asks again by itself. */
  static String devices(boolean en, String form, boolean privacy, String body) {
    return shell(
        en,
        en ? "Devices" : "设备",
        "<meta http-equiv=refresh content=\"%d; url=%s&amp;live\">"
            .formatted(DevicesPage.REFRESH_SECONDS, home(en)),
        nav(en, "/", privacy) + body + leave(en, form));
  }

  /** The books of a day. */
  static String books(boolean en, String form, boolean privacy, String body) {
    return shell(en, en ? "The day" : "日结", "", nav(en, BOOKS, privacy) + body + leave(en, form));
  }

  private static String nav(boolean en, String here, boolean privacy) {
    return "<nav>"
        + tab(en, "/", en ? "Devices" : "设备", here)
        + tab(en, BOOKS, en ? "The day" : "日结", here)
        + (privacy ? tab(en, PRIVACY, en ? "Faces and privacy" : "人脸与隐私", here) : "")
        + "</nav>";
  }

  private static String tab(boolean en, String path, String title, String here) {
    return "<a href=\"%s?lang=%s\"%s>%s</a>"
        .formatted(path, en ? "en" : "zh", path.equals(here) ? " aria-current=page" : "", title);
  }

  private static String leave(boolean en, String form) {
    return "<form method=post>%s<button name=do value=leave>%s</button></form>"
        .formatted(hidden("form", form), en ? "Close the console" : "退出");
  }

  static String logIn(boolean en, boolean wrong) {
    String said =
        wrong
            ? bad(
                en
                    ? "That PIN is not right. After five tries, wait a minute."
                    : "PIN 不对。错五次后要等一分钟。")
            : "";
    return shell(
        en,
        en ? "Technician" : "技术员",
        """
        %s<form method=post><label>PIN<input name=pin type=password inputmode=numeric autocomplete=off autofocus required></label>
        <button class=primary>%s</button></form>
        """
            .formatted(said, en ? "Open" : "打开"));
  }

  static String overview(boolean en, String form, PrivacyDesk.Kept kept, String said) {
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
    return shell(
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
                nav(en, PRIVACY, true),
                said,
                en ? "What is kept" : "保存了什么",
                rows,
                en ? "Consents that stand" : "现在有效的同意",
                consents.isEmpty() ? "<dd>—</dd>" : consents,
                en ? "One member" : "一位会员",
                hidden("form", form),
                en ? "Member number or whole phone number" : "会员号或完整手机号",
                en ? "Show" : "查看",
                leave(en, form)));
  }

  static String member(boolean en, String form, String id, Dossier of, boolean sure) {
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
                    hidden("again", id),
                    en ? "Erase for ever" : "永久删除")
            : "<button name=do value=erase>" + (en ? "Erase …" : "删除…") + "</button>";
    return shell(
        en,
        (en ? "Member " : "会员 ") + escaped(id),
        """
        <section><dl>%s</dl></section>
        <form method=post class=acts>%s%s<button class=primary name=do value=export>%s</button>%s</form>
        <section><h2>%s</h2><ul class=audit>%s</ul></section>
        <p><a href="%s?lang=%s">%s</a></p>
        """
            .formatted(
                rows,
                hidden("form", form),
                hidden("member", id),
                en ? "Export (JSON)" : "导出 (JSON)",
                erase,
                en ? "What was done, newest first" : "操作记录，最新在前",
                audit,
                PRIVACY,
                en ? "en" : "zh",
                en ? "Back" : "返回"));
  }

  static String erased(boolean en, int templates) {
    return good(en ? "Erased, with " + templates + " faces." : "已删除，包括 " + templates + " 个面部模板。");
  }

  static String nobody(boolean en) {
    return bad(en ? "Nobody of that number." : "没有这位会员。");
  }

  static String good(String said) {
    return "<p class=good role=status>" + said + "</p>";
  }

  static String bad(String said) {
    return "<p class=bad role=alert>" + said + "</p>";
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
      return escaped(purpose.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return escaped(
        purpose
            .replace("FACE_RECOGNITION", "刷脸识别")
            .replace("FACE_PAYMENT", "刷脸付款")
            .replace("E_RECEIPT", "电子小票"));
  }

  private static String decision(boolean en, String decision) {
    return decision.equals("GIVEN") ? (en ? "given" : "同意") : en ? "withdrawn" : "撤回";
  }

  private static void row(StringBuilder to, String name, Optional<String> value) {
    row(to, name, value.orElse("—"));
  }

  private static void row(StringBuilder to, String name, int value) {
    row(to, name, Integer.toString(value));
  }

  static void row(StringBuilder to, String name, String value) {
    to.append("<dt>").append(name).append("</dt><dd>").append(escaped(value)).append("</dd>");
  }

  static String hidden(String name, String value) {
    return "<input type=hidden name=" + name + " value=\"" + escaped(value) + "\">";
  }

  private static String shell(boolean en, String title, String body) {
    return shell(en, title, "", body);
  }

  private static String shell(boolean en, String title, String head, String body) {
    return """
        <!doctype html><html lang=%s><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">%s
        <title>%s</title><link rel=stylesheet href="/console.css"><main><header><h1>%s</h1><a href="?lang=%s">%s</a></header>
        %s</main></html>
        """
        .formatted(
            en ? "en" : "zh-CN", head, title, title, en ? "zh" : "en", en ? "中文" : "English", body);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
