package org.facepay.terminal.technician;

import java.util.Locale;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.member.AuditRow;

/** What the page of members and their faces says. */
final class PrivacyWords {
  static final Phrase MEMBERS = new Phrase("会员", "Members");
  static final Phrase TEMPLATES = new Phrase("保存的面部模板", "Faces kept (templates)");
  static final Phrase TOMBSTONES = new Phrase("已删除的面部", "Faces deleted so far");
  static final Phrase AUDIT_ROWS = new Phrase("操作记录", "Audit rows");
  static final Phrase OLDEST_AUDIT_ROW = new Phrase("最早一条", "Oldest of them");
  static final Phrase AUDIT_KEPT_FOR = new Phrase("操作记录保存", "Audit is kept for");
  static final Phrase DAYS = new Phrase("%s 天", "%s days");
  static final Phrase PICTURES = new Phrase("保存的照片", "Pictures kept");
  static final Phrase NO_PICTURES = new Phrase("没有，从不保存", "none, ever");
  static final Phrase KEPT = new Phrase("保存了什么", "What is kept");
  static final Phrase CONSENTS = new Phrase("现在有效的同意", "Consents that stand");
  static final Phrase ONE_MEMBER = new Phrase("一位会员", "One member");
  static final Phrase WHO = new Phrase("会员号或完整手机号", "Member number or whole phone number");
  static final Phrase JOINED = new Phrase("入会", "Joined");
  static final Phrase FACES = new Phrase("面部模板", "Faces kept");
  static final Phrase FOR_GOOD =
      new Phrase(
          "姓名、手机号和面部会被删除，无法恢复。同意记录作为凭据保留，不带姓名。",
          "Name, phone and face are deleted and cannot be brought back. The consents remain as proof, without a name.");
  static final Phrase ERASE_FOR_EVER = new Phrase("永久删除", "Erase for ever");
  static final Phrase ERASE = new Phrase("删除…", "Erase …");
  static final Phrase MEMBER = new Phrase("会员 %s", "Member %s");
  static final Phrase EXPORT = new Phrase("导出 (JSON)", "Export (JSON)");
  static final Phrase AUDIT = new Phrase("操作记录，最新在前", "What was done, newest first");
  static final Phrase BACK = new Phrase("返回", "Back");
  static final Phrase ERASED = new Phrase("已删除，包括 %s 个面部模板。", "Erased, with %s faces.");
  static final Phrase NOBODY = new Phrase("没有这位会员。", "Nobody of that number.");
  static final Phrase GIVEN = new Phrase("同意", "given");
  static final Phrase WITHDRAWN = new Phrase("撤回", "withdrawn");

  static final Phrase SCORES =
      new Phrase("相似度 %.2f · 差距 %.2f · 活体 %.2f", "similarity %.2f · margin %.2f · liveness %.2f");

  private static final Phrase JOINED_NOW = new Phrase("加入", "joined");
  private static final Phrase RECOGNISED = new Phrase("认出", "recognised");
  private static final Phrase REFUSED_ATTACK =
      new Phrase("不认：像是照片或屏幕", "refused: a picture or a screen");
  private static final Phrase REFUSED_UNKNOWN = new Phrase("不认：不是会员", "refused: no member");
  private static final Phrase REFUSED_DIGITS = new Phrase("不认：号码不对", "refused: wrong digits");
  private static final Phrase CHALLENGED = new Phrase("请他做了动作", "asked to move");
  private static final Phrase TAKEN_BACK = new Phrase("撤回同意", "withdrew consent");
  private static final Phrase EXPORTED = new Phrase("已导出", "exported");
  private static final Phrase DELETED = new Phrase("已删除", "erased");

  private PrivacyWords() {}

  /** What was done. */
  static Phrase kind(AuditRow.Kind kind) {
    return switch (kind) {
      case JOINED -> JOINED_NOW;
      case RECOGNISED -> RECOGNISED;
      case REFUSED_ATTACK -> REFUSED_ATTACK;
      case REFUSED_UNKNOWN -> REFUSED_UNKNOWN;
      case REFUSED_DIGITS -> REFUSED_DIGITS;
      case CHALLENGED -> CHALLENGED;
      case WITHDRAWN -> TAKEN_BACK;
      case EXPORTED -> EXPORTED;
      case ERASED -> DELETED;
    };
  }

  /** A purpose of consent by its name, whatever stands behind the name. */
  static String purpose(Language language, String purpose) {
    String chinese =
        purpose
            .replace("FACE_RECOGNITION", "刷脸识别")
            .replace("FACE_PAYMENT", "刷脸付款")
            .replace("E_RECEIPT", "电子小票");
    return language.choose(chinese, purpose.toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
