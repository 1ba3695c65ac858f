package org.facepay.terminal.technician;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What devices say of their health, in Chinese. Drivers speak English, in sentences of a few
 * patterns; one that is not known here is shown as it is.
 */
final class Advice {
  private record Rule(Pattern english, String chinese) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "(.+) does not exist: is the device plugged in and switched on\\?",
              "找不到 $1：请检查设备是否插好、是否通电"),
          rule(
              "(.+) is gone: is the device plugged in and switched on\\?", "$1 已断开：请检查设备是否插好、是否通电"),
          rule("(.+) is not there: is it plugged in and switched on\\?", "找不到 $1：请检查设备是否插好、是否通电"),
          rule("(.+) hung up: is the cable plugged in\\?", "$1 已断开：请检查数据线是否插好"),
          rule(
              "(.+) hung up: is the device switched on and its network cable plugged in\\?",
              "$1 已断开：请检查设备电源和网线"),
          rule(
              "(.+) does not answer: is the device switched on and in this network\\?",
              "$1 无应答：请检查设备电源以及是否在同一网络"),
          rule("(.+) has no device behind it: plug it in again", "$1 后面没有设备：请重新插拔"),
          rule("(.+) is in use: .*", "$1 被占用：有其他程序在使用，或两台设备配置了同一端口"),
          rule(
              "permission denied on (.+): add the terminal's user to group (\\S+) .*",
              "没有权限使用 $1：请把终端的用户加入 $2 组后重新登录"),
          rule("permission denied on (.+?): .*", "没有权限使用 $1：请用 udev 规则把它交给 dialout 组"),
          rule(
              "(.+) took no bytes for (\\d+) ms: is the device stalled\\?",
              "$1 在 $2 毫秒内不接收数据：设备可能死机，请断电重启"),
          rule("open, but the printer does not answer: .*", "打印机无应答：请检查电源、数据线和波特率"),
          rule("open, but the scale does not answer: .*", "电子秤无应答：请检查电源、数据线和波特率"),
          rule("open, but the reader does not answer: .*", "读写器无应答：请检查电源和波特率"),
          rule("open, but the MDB adapter does not answer: .*", "MDB 适配器无应答：请检查电源和连接线"),
          rule("open, but no SSI scanner answers: .*", "扫码器无应答：请检查电源、数据线、波特率和 SSI 模式"),
          rule("connected, but the reader does not answer: .*", "读写器无应答：请确认 LLRP 已打开"),
          rule("answers, but not as an? (.+) does: .*", "有应答，但不是 $1：请检查型号和通信参数"),
          rule(
              "answers 0x(\\p{XDigit}+), which is no ESC/POS status: .*",
              "应答 0x$1 不是 ESC/POS 状态：请检查波特率和打印机型号"),
          rule("the status makes no sense", "状态数据无法识别：请检查波特率和打印机型号"),
          rule("the reader's (?:answer|message) is damaged.*", "读写器数据有误：请检查波特率和数据线"),
          rule("unit (\\d+) does not answer.*", "$1 号单元无应答：请检查电源和总线接线"),
          rule("no shelf answers: .*", "所有货架都无应答：请检查总线电源和接线"),
          rule("no answer from shelves (.+)", "货架 $1 无应答：请检查这些货架的电源和接线"),
          rule("the dispenser reports a fault: .*", "出货机报告故障：请检查是否卡货"),
          rule("there is no camera (.+); check its cable", "找不到摄像头 $1：请检查数据线"),
          rule("(.+) is no camera, or another program is using it", "$1 不是摄像头，或被其他程序占用"),
          rule("(.+) may not open (.+); add the user .*", "用户 $1 没有权限使用摄像头 $2：请加入 video 组"),
          rule(
              "(.+) shows faces that are turned: set the camera's rotate (\\d+) degrees further",
              "$1 的画面是转过来的：请把摄像头的 rotate 再加 $2 度"),
          rule("(.+) repeats one picture", "摄像头画面卡住：请重新插拔"),
          rule("pictures arrive", "画面正常"),
          rule("off, until somebody agrees to be looked at", "关闭，顾客同意后才打开"),
          rule("paper out: put in a new roll", "缺纸：请换一卷新纸"),
          rule("cover open: close it", "盖子未关：请合上"),
          rule("cutter error: .*", "切刀故障：请清除卡纸，然后断电重启"),
          rule("printer offline or in error: .*", "打印机离线或报错：请断电重启"),
          rule("paper near its end: .*", "纸将用完：请准备好新纸卷"),
          rule("printer, answers its status requests", "打印机应答正常"),
          rule("printer that only listens: .*", "打印机不应答状态：请看有没有出纸"),
          rule("(.+), answers", "$1，应答正常"),
          rule("(.+), listening", "$1，等待扫码"),
          rule("cash drawer on the printer, (?:open|closed)", "钱箱接在打印机上"),
          rule("lock board with (\\d+) bolts", "锁板，$1 把锁"),
          rule("GPIO lock, door open", "GPIO 门锁，门开着"),
          rule("GPIO lock, door closed", "GPIO 门锁，门关着"),
          rule("(\\d+) shelves on the bus", "总线上有 $1 层货架"),
          rule("dispenser with (\\d+) slots", "出货机，$1 个货道"),
          rule("UHF reader, firmware (\\S+)", "超高频读写器，固件 $1"),
          rule("MDB adapter (.+)", "MDB 适配器 $1"));

  private Advice() {}

  static String chinese(String english) {
    for (Rule rule : RULES) {
      Matcher matcher = rule.english().matcher(english);
      if (matcher.matches()) {
        return matcher.replaceFirst(rule.chinese());
      }
    }
    return english;
  }

  private static Rule rule(String english, String chinese) {
    return new Rule(Pattern.compile(english), chinese);
  }
}
