package org.facepay.terminal.technician;

import org.facepay.terminal.language.Phrase;

/** What the console says of the terminal beside its devices. */
final class StateWords {
  static final Phrase STATE = new Phrase("状态", "State");
  static final Phrase NETWORK = new Phrase("网络", "Network");
  static final Phrase NO_NETWORK = new Phrase("没有网络：看网线和路由器", "none: look at cable and router");
  static final Phrase COLLECTOR = new Phrase("云端", "Collector");
  static final Phrase CONNECTED = new Phrase("连上了", "connected");
  static final Phrase NOT_CONNECTED = new Phrase("连不上，数据先存在本机", "out of reach, all is kept here");
  static final Phrase BECAUSE = new Phrase("%s（%s）", "%s (%s)");
  static final Phrase WAITING = new Phrase("等待上传", "To be uploaded");
  static final Phrase ROWS = new Phrase("%s 条", "%s rows");
  static final Phrase REFUSED = new Phrase("云端不收", "Not taken");
  static final Phrase REFUSED_HOW =
      new Phrase(
          "%s 条，保留在本机；查清原因后点“重传”", "%s rows, kept here; when the cause is mended, send them again");
  static final Phrase BRING_BACK = new Phrase("重传被拒收的记录", "Send refused rows again");
  static final Phrase BROUGHT_BACK =
      new Phrase("%s 条记录等待重传，一分钟内开始", "%s rows wait again and are sent within a minute");
  static final Phrase NOT_BROUGHT_BACK =
      new Phrase("账本现在写不了，什么都没变", "The journal cannot be written now; nothing has changed");
  static final Phrase REACHED = new Phrase("连上了", "reached");
  static final Phrase NOT_REACHED =
      new Phrase("连不上：看网络、代理和密钥", "not reached: look at network, proxy, keys");
  static final Phrase CARD_TERMINAL_AWAY =
      new Phrase("连不上：看刷卡机的电源和网线", "not reached: look at its power and cable");
  static final Phrase NOT_ASKED = new Phrase("还没有用过", "not asked yet");
  static final Phrase CLOCK = new Phrase("时钟", "Clock");
  static final Phrase CLOCK_RIGHT = new Phrase("%s，和云端一致", "%s, as the collector's");
  static final Phrase CLOCK_OFF = new Phrase("%s，比云端快 %s 秒", "%s, %s s ahead of the collector's");
  static final Phrase CLOCK_ALONE =
      new Phrase("%s，还没有和云端对过", "%s, not yet compared with the collector's");
  static final Phrase VERSION = new Phrase("版本", "Version");
  static final Phrase BUILT = new Phrase("%s，构建于 %s", "%s, built %s");
  static final Phrase SINCE = new Phrase("已运行", "Running since");
  static final Phrase DISK = new Phrase("可用磁盘", "Free disk");
  static final Phrase FREE = new Phrase("%s 兆", "%s MiB");
  static final Phrase ACTS = new Phrase("可以做的事", "What can be done");
  static final Phrase CHECK_GOODS = new Phrase("检查商品表", "Check the list of goods");
  static final Phrase GOODS_RIGHT =
      new Phrase("商品表没有问题，共 %s 种", "The list of goods is fine: %s articles");
  static final Phrase GOODS_WRONG =
      new Phrase("商品表有问题，共 %s 种可以卖", "The list of goods has faults; %s articles can be sold");
  static final Phrase ZERO_SCALE = new Phrase("秤清零", "Set the scale to zero");
  static final Phrase ZEROED =
      new Phrase("已让秤清零，请看设备页", "The scale was told to; see its row under devices");
  static final Phrase NO_SCALE = new Phrase("这台没有秤", "This terminal has no scale");
  static final Phrase SLOTS_SERVICED = new Phrase("货道已检修", "The slots are serviced");
  static final Phrase SLOTS_ON = new Phrase("各货道恢复销售", "All slots are sold from again");
  static final Phrase NO_SLOTS = new Phrase("这台没有货道", "This terminal has no slots");
  static final Phrase RESTART = new Phrase("重新启动程序", "Restart the program");
  static final Phrase RESTARTING =
      new Phrase("正在重新启动，稍等再打开这一页", "Restarting; open this page again in a moment");
  static final Phrase NO_RESTART =
      new Phrase("没有守护程序，请手动重启", "Nobody would start it again; please restart it by hand");
  static final Phrase NEW_PIN = new Phrase("换密码", "Change the PIN");
  static final Phrase OLD = new Phrase("现在的密码", "PIN now");
  static final Phrase FRESH = new Phrase("新密码，6 到 12 位数字", "New PIN, 6 to 12 digits");
  static final Phrase AGAIN = new Phrase("再输一次", "Once more");
  static final Phrase CHANGED = new Phrase("密码换好了", "The PIN is changed");
  static final Phrase NOT_CHANGED =
      new Phrase(
          "没有换：现在的密码不对，或两次新密码不同，或不是 6 到 12 位数字",
          "Not changed: the PIN now is wrong, or the new ones differ, or are not 6 to 12 digits");
  static final Phrase NOT_WRITTEN =
      new Phrase("没有换：密码文件写不进去", "Not changed: its file cannot be written");
  static final Phrase LOG = new Phrase("日志（程序的原文）", "Log");

  private StateWords() {}
}
