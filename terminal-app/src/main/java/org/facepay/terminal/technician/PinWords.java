package org.facepay.terminal.technician;

import org.facepay.terminal.language.Phrase;

/** What is said of the PINs that open the console. */
final class PinWords {
  static final Phrase HOLDER_LINE =
      new Phrase("第 %s 行不是姓名和密码；请删掉这一行", "line %s is no name with a PIN; delete the line");
  static final Phrase NAME = new Phrase("姓名，和工牌上的一样", "Name, as on the badge");
  static final Phrase WRONG =
      new Phrase(
          "姓名或 PIN 不对。错五次后要等一分钟。",
          "That name or PIN is not right. After five tries, wait a minute.");
  static final Phrase NOBODY_NAMED =
      new Phrase(
          "还没有人有自己的控制台密码，这里做的事都记在“技术员”名下。给每个人设一个，以后就用姓名和自己的密码进来。",
          "Nobody has a console PIN of their own yet, so what is done here is signed"
              + " \"technician\". Give everybody one: from then on people come in by name and PIN.");
  static final Phrase OWN = new Phrase("控制台密码", "Console PIN");
  static final Phrase HAS_ONE = new Phrase("已设", "has one");
  static final Phrase HAS_NONE = new Phrase("未设", "has none");
  static final Phrase GIVE = new Phrase("设密码", "Set the PIN");
  static final Phrase GIVEN =
      new Phrase(
          "%s 的控制台密码设好了。请本人尽快在状态页换掉它。",
          "%s has a console PIN now. They should change it on the state page soon.");
  static final Phrase NOT_GIVEN =
      new Phrase("没有设：两次不同，或不是 6 到 12 位数字。", "Not set: the two differ, or are not 6 to 12 digits.");
  static final Phrase SIGNED_IN = new Phrase("%s 在操作", "%s is at work");

  private PinWords() {}
}
