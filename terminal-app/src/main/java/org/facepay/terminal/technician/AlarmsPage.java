package org.facepay.terminal.technician;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.facepay.terminal.alarm.Alarm;

/** The alarms that stand, above the devices: what is wrong, and what to do about it. */
final class AlarmsPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AlarmsPage() {}

  static String body(boolean en, List<Alarm> alarms) {
    StringBuilder page = new StringBuilder();
    for (Alarm alarm : alarms) {
      page.append("<p class=bad role=alert>")
          .append(ConsolePages.escaped(words(en, alarm)))
          .append(" <small>")
          .append(since(en, alarm.since()))
          .append("</small></p>");
    }
    return page.toString();
  }

  private static String since(boolean en, Instant at) {
    return (en ? "since " : "始于 ") + TIME.format(at);
  }

  private static String words(boolean en, Alarm alarm) {
    String subject = alarm.subject();
    String detail = alarm.detail();
    return switch (alarm.kind()) {
      case TWIN ->
          en
              ? "A second terminal runs from a copy of this disk; the collector hears both. Their sales"
                  + " are kept apart. Stop one of the two, empty its data folder and give it an id of its own."
              : "另一台终端正在使用本机磁盘的副本，云端同时收到两台的数据。销售记录互不混淆。请停用其中一台，清空它的数据目录并换一个编号。";
      case NUMBER_USED ->
          en
              ? "Order "
                  + detail
                  + " was paid at "
                  + subject
                  + " before this terminal asked for the"
                  + " money. Was its disk put back to an earlier day, or copied? Look at that order on the"
                  + " provider's own platform; it is an earlier sale's and is not given back here."
              : "订单 "
                  + detail
                  + " 在本机请求付款之前就已在 "
                  + subject
                  + " 支付。磁盘是否被还原或复制过？请到支付平台核对该订单；它属于更早的一笔销售，本机不会退款。";
      case PROVIDER_REFUSES ->
          en
              ? subject
                  + " refuses this terminal's requests: "
                  + detail
                  + ". Check the application's number, the keys and the rights in the configuration."
              : subject + " 拒绝本机的请求：" + detail + "。请检查配置中的应用编号、密钥和权限。";
      case UNVERIFIED_ANSWER ->
          en
              ? subject
                  + " gives answers that are not signed as they must be, so they are not believed: "
                  + detail
                  + " (unverified words). Check the application's number, the address and the keys;"
                  + " a proxy or a login page in between does the same."
              : subject
                  + " 的应答没有有效签名，本机不予采信："
                  + detail
                  + "（未经验证）。请检查应用编号、网关地址和密钥；中间的代理或登录页也会造成这种情况。";
      case REFUND_IN_TROUBLE ->
          en
              ? "Refund "
                  + subject
                  + " does not reach the shopper ("
                  + detail
                  + "). Finish it on the"
                  + " provider's platform under this very number; do not refund it here again. It is asked"
                  + " about until the money is there."
              : "退款 " + subject + " 无法到账（" + detail + "）。请到支付平台按此退款单号处理，不要在本机再次退款。到账前本机会持续查询。";
      case REFUND_LATE ->
          en
              ? "Refund "
                  + subject
                  + " has been on its way for days ("
                  + detail
                  + "). Look at it on the provider's platform."
              : "退款 " + subject + " 已处理多日仍未到账（" + detail + "）。请到支付平台查看。";
      case NOT_SELLING -> (en ? "This terminal does not sell: " : "本机暂停销售：") + detail;
      case GOODS_LIST ->
          en
              ? "The list of goods "
                  + subject
                  + " cannot be used; the goods of the last good list are"
                  + " sold. "
                  + detail
              : "商品清单 " + subject + " 无法使用，目前按上一份有效清单销售。" + detail;
      case GOODS_UNREACHABLE ->
          en
              ? "The list of goods "
                  + subject
                  + " names articles that no scan can bring; the others are"
                  + " sold. "
                  + detail
              : "商品清单 " + subject + " 中有商品无法扫到，其余商品照常销售。" + detail;
      case JOURNAL_MARK_LOST ->
          en
              ? "The mark beside the journal "
                  + subject
                  + " was missing or cut short when the terminal"
                  + " was started: whether its newest sales were lost cannot be told. Compare the day with"
                  + " the wallets' bills."
              : "启动时账本 " + subject + " 的标记文件缺失或不完整，无法确定最近的销售是否丢失。请与支付平台账单核对。";
      case CLOCK ->
          en
              ? "This machine's clock is wrong: "
                  + detail
                  + ". Sales carry the best time that is known."
                  + " Set the clock, and give the machine a battery or a time server."
              : "本机时钟不对：" + detail + "。销售按目前已知的最可靠时间记录。请校准时钟，并为设备配备电池或时间服务器。";
    };
  }
}
