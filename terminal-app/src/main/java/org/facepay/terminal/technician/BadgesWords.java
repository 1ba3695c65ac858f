package org.facepay.terminal.technician;

import org.facepay.terminal.language.Phrase;

/** What the page of the staff's badges says. */
final class BadgesWords {
  static final Phrase BADGES = new Phrase("工牌", "Badges");
  static final Phrase NOBODY =
      new Phrase("还没有人有工牌，店员功能都用不了。", "Nobody has a badge: staff can do nothing here.");
  static final Phrase NEW = new Phrase("发一张工牌", "Give somebody a badge");
  static final Phrase HOW =
      new Phrase(
          "写上姓名，把工牌对着这台终端的扫码器扫一下；或者输入工牌上的号码。号码不会保存，也不会再显示。",
          "Write the name and hold the badge to this terminal's scanner, or type the badge's code. The code is kept nowhere and not shown again.");
  static final Phrase NAME = new Phrase("姓名，会印在退款单上", "Name, as it stands on refund slips");
  static final Phrase CODE =
      new Phrase("工牌号码（FPA- 开头），扫码时不用填", "The badge's code (FPA-…); leave empty to scan it");
  static final Phrase ADD = new Phrase("添加", "Add it");
  static final Phrase WAITING =
      new Phrase(
          "现在把 %s 的工牌对着扫码器。两分钟内有效。", "Now hold %s's badge to the scanner, within two minutes.");
  static final Phrase ADDED = new Phrase("%s 的工牌可以用了。", "%s's badge works now.");
  static final Phrase NO_NAME =
      new Phrase(
          "没有添加：姓名要有 1 到 40 个字，不能以空格开头或结尾。", "Not added: expected a name of 1 to 40 characters.");
  static final Phrase NO_BADGE =
      new Phrase(
          "没有添加：这不是工牌号码。工牌号码是 FPA- 加 26 个字母数字。",
          "Not added: that is no badge's code, which is FPA- and 26 letters and digits.");
  static final Phrase TAKEN =
      new Phrase("没有添加：这张工牌已经有人用了。", "Not added: somebody has this badge already.");
  static final Phrase NOT_WRITTEN =
      new Phrase("工牌文件写不进去，原因在日志里。", "The file of the badges cannot be written; the log says why.");
  static final Phrase REVOKE = new Phrase("收回…", "Take back …");
  static final Phrase SURE =
      new Phrase("收回 %s 的工牌吗？收回后马上不能用。", "Take %s's badge back? It stops working at once.");
  static final Phrase LAST =
      new Phrase(
          "这是最后一张。收回后没有人能同意退款、进店员模式或补货，直到再发一张。",
          "It is the last one. Until another is given, nobody can agree to refunds, open staff mode or restock.");
  static final Phrase REVOKE_NOW = new Phrase("收回工牌", "Take it back");
  static final Phrase KEEP = new Phrase("不收回", "Keep it");
  static final Phrase REVOKED =
      new Phrase("%s 的工牌已收回，不能用了。", "%s's badge is taken back and works no more.");
  static final Phrase GONE = new Phrase("没有这张工牌。", "There is no such badge.");
  static final Phrase REVOKED_NOT_WRITTEN =
      new Phrase(
          "现在不能用了，但文件写不进去：重启后又会有效。请看日志。",
          "It works no more now, but its file cannot be written: after a restart it would work again. See the log.");

  private BadgesWords() {}
}
