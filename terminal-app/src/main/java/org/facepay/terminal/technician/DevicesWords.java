package org.facepay.terminal.technician;

import java.util.List;
import org.facepay.terminal.language.Phrase;

/** What the table of devices says. */
final class DevicesWords {
  static final Phrase DEVICE = new Phrase("设备", "Device");
  static final Phrase STATE = new Phrase("状态", "State");
  static final Phrase DETAIL = new Phrase("说明与处理", "What to know or do");
  static final Phrase COUNTS = new Phrase("启动以来", "Since the start");
  static final Phrase ALL_WORK = new Phrase("%s 台设备全部正常。", "All %s devices work.");
  static final Phrase ONE_NEEDS_A_HAND =
      new Phrase("%2$s 台设备中有 %1$s 台需要处理。", "%1$s of %2$s devices needs a hand.");
  static final Phrase SOME_NEED_A_HAND =
      new Phrase("%2$s 台设备中有 %1$s 台需要处理。", "%1$s of %2$s devices need a hand.");
  static final Phrase LAST_PROBLEM = new Phrase("上次问题 %s", "Last problem %s");
  static final Phrase WORKS = new Phrase("正常", "Works");
  static final Phrase NEEDS_A_HAND = new Phrase("需要处理", "Needs a hand");
  static final Phrase OFFLINE = new Phrase("离线", "Offline");
  static final Phrase CONNECTING = new Phrase("正在连接", "Connecting");
  static final Phrase NOT_STARTED = new Phrase("未启动", "Not started");
  static final List<Phrase> FOR =
      List.of(
          new Phrase("已 %s 秒", "for %s s"),
          new Phrase("已 %s 分钟", "for %s min"),
          new Phrase("已 %s 小时", "for %s h"),
          new Phrase("已 %s 天", "for %s days"));
  static final List<Phrase> AGO =
      List.of(
          new Phrase("%s 秒前", "%s s ago"),
          new Phrase("%s 分钟前", "%s min ago"),
          new Phrase("%s 小时前", "%s h ago"),
          new Phrase("%s 天前", "%s days ago"));

  private DevicesWords() {}
}
