package org.facepay.terminal.devices;

import org.facepay.terminal.language.Phrase;

/** What the checks of devices come to where nobody is asked. */
final class FindingWords {
  static final Phrase NOBODY =
      new Phrase("这一步要有人在命令行前", "nobody to ask: standard input is no terminal");
  static final Phrase DRAWER_SPRANG = new Phrase("弹开了，开关也这样说", "sprang open, by its switch");
  static final Phrase DRAWER_STAYED =
      new Phrase(
          "开关说没有弹开：是否上锁、卡住、线没插好，或引脚和电平设得不对",
          "did not open by its switch: is it locked or jammed, its cable out, its pin or open-level another?");
  static final Phrase CASHLESS = new Phrase("售货机接受它的付款", "the machine takes payment from it");
  static final Phrase CASHLESS_NOT =
      new Phrase(
          "售货机没有启用它：请检查 MDB 线和地址",
          "the machine does not enable it: check the MDB cable and its address");
  static final Phrase NO_DROP =
      new Phrase("这里不出货；要试出货请用命令行自检", "nothing is dispensed without a technician");
  static final Phrase LAMPS = new Phrase("%s 盏灯依次亮过又灭了", "%s lamps switched on and off");
  static final Phrase BOLTS =
      new Phrase("%s 把锁动过又锁上，门没有开", "%s bolts moved, their doors stayed shut");
  static final Phrase DOORS_OPEN =
      new Phrase("门 %s 的开关显示开着：请关上", "doors %s stand open by their switches: shut them");
  static final Phrase PRINTER = new Phrase("打印机应答正常", "printer, answers its status requests");
  static final Phrase SLIP = new Phrase("测试小票打好了", "printed a test slip");
  static final Phrase NO_SLIP = new Phrase("没有打出来：请看这台设备的说明", "not printed: %1$s");
  static final Phrase MAYBE_SLIP =
      new Phrase("已发出，请看小票有没有出来", "%1$s: look whether the slip came out");
  static final Phrase TAGS = new Phrase("在读，看到 %2$s 个标签", "reads; %1$s");
  static final Phrase WEIGHT = new Phrase("稳定在 %s", "stable at %s");
  static final Phrase NO_WEIGHT =
      new Phrase(
          "%1$s 秒内没有稳定的重量：请看是否放平、有没有碰到东西",
          "no stable weight within %1$s s (%2$s): check that it is level and free");
  static final Phrase NO_COMMANDS =
      new Phrase("这种扫码器不接受命令", "this kind of scanner takes no commands");
  static final Phrase COMMANDS = new Phrase("接受命令", "takes commands");
  static final Phrase NO_STOP = new Phrase("命令停不下来", "does not stop by command");
  static final Phrase SHELVES = new Phrase("%2$s 层货架都应答了", "%2$s shelves answer: %1$s");
  static final Phrase SHELVES_SILENT =
      new Phrase("货架 %s 不应答：请检查电源和地址", "no answer from shelves %s: check their power and address");
  static final Phrase SOUNDED = new Phrase("响了 %s 毫秒", "sounded for %s ms");

  private FindingWords() {}
}
