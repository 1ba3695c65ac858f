package org.facepay.terminal.technician;

import java.util.Locale;
import java.util.Map;
import org.facepay.terminal.language.Language;

/** What devices count, in words; the names are UnifiedPOS'. */
final class StatisticsWords {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("OpenCount", "连接"),
          Map.entry("CommunicationErrorCount", "通信故障"),
          Map.entry("GoodScanCount", "扫码"),
          Map.entry("UnreadableScanCount", "无法识别"),
          Map.entry("GoodWeightReadCount", "称重读数"),
          Map.entry("NoWeightReadCount", "无重量"),
          Map.entry("FailedWeightReadCount", "读数失败"),
          Map.entry("UnlockCount", "开锁"),
          Map.entry("FailedLockCount", "上锁失败"),
          Map.entry("PrintedReceiptCount", "已打印"),
          Map.entry("UnconfirmedReceiptCount", "已发出未确认"),
          Map.entry("FailedReceiptCount", "打印失败"),
          Map.entry("DrawerGoodOpenCount", "钱箱打开"),
          Map.entry("DrawerFailedOpenCount", "钱箱未开"));

  private StatisticsWords() {}

  static String of(Language language, String name) {
    return language.choose(CHINESE.getOrDefault(name, english(name)), english(name));
  }

  /** {@code GoodScanCount} is "good scan". */
  private static String english(String name) {
    if (name.equals("OpenCount")) {
      return "connected";
    }
    String words = name.replaceAll("Count$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return ConsolePages.escaped(words.toLowerCase(Locale.ROOT));
  }
}
