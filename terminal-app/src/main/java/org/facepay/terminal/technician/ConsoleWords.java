package org.facepay.terminal.technician;

import org.facepay.terminal.language.Phrase;

/** What every page of the console says. */
final class ConsoleWords {
  static final Phrase DEVICES = new Phrase("设备", "Devices");
  static final Phrase THE_DAY = new Phrase("日结", "The day");
  static final Phrase PRIVACY = new Phrase("人脸与隐私", "Faces and privacy");
  static final Phrase CLOSE = new Phrase("退出", "Close the console");
  static final Phrase WRONG_PIN =
      new Phrase("PIN 不对。错五次后要等一分钟。", "That PIN is not right. After five tries, wait a minute.");
  static final Phrase TECHNICIAN = new Phrase("技术员", "Technician");
  static final Phrase OPEN = new Phrase("打开", "Open");
  static final Phrase SHOW = new Phrase("查看", "Show");
  static final Phrase OTHER_LANGUAGE = new Phrase("English", "中文");

  static final Phrase FORM_TOO_LARGE =
      new Phrase("写得太长了，请写短一些。", "That is too long; please write less.");
  static final Phrase OTHER_FORM =
      new Phrase(
          "这个页面过期了，请回到控制台再试。", "This page is out of date; go back to the console and try again.");
  static final Phrase MEMBERS_UNREADABLE =
      new Phrase("会员数据读不了，日志里有原因。", "The members cannot be read; the terminal's log says why.");

  private ConsoleWords() {}
}
