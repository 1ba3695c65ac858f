package org.facepay.terminal.technician;

import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.language.Phrase;

/** What each alarm says and asks for; its subject is the first argument, its detail the second. */
final class AlarmWords {
  static final Phrase SINCE = new Phrase("始于 %s", "since %s");

  private static final Phrase TWIN =
      new Phrase(
          "另一台终端正在使用本机磁盘的副本，云端同时收到两台的数据。销售记录互不混淆。请停用其中一台，清空它的数据目录并换一个编号。",
          "A second terminal runs from a copy of this disk; the collector hears both. Their sales"
              + " are kept apart. Stop one of the two, empty its data folder and give it an id of its own.");

  private static final Phrase NUMBER_USED =
      new Phrase(
          "订单 %2$s 在本机请求付款之前就已在 %1$s 支付。磁盘是否被还原或复制过？请到支付平台核对该订单；它属于更早的一笔销售，本机不会退款。",
          "Order %2$s was paid at %1$s before this terminal asked for the money. Was its disk put"
              + " back to an earlier day, or copied? Look at that order on the provider's own platform;"
              + " it is an earlier sale's and is not given back here.");

  private static final Phrase PROVIDER_REFUSES =
      new Phrase(
          "%1$s 拒绝本机的请求：%2$s。请检查配置中的应用编号、密钥和权限。",
          "%1$s refuses this terminal's requests: %2$s. Check the application's number, the keys and"
              + " the rights in the configuration.");

  private static final Phrase UNVERIFIED_ANSWER =
      new Phrase(
          "%1$s 的应答没有有效签名，本机不予采信：%2$s（未经验证）。请检查应用编号、网关地址和密钥；中间的代理或登录页也会造成这种情况。",
          "%1$s gives answers that are not signed as they must be, so they are not believed: %2$s"
              + " (unverified words). Check the application's number, the address and the keys; a proxy"
              + " or a login page in between does the same.");

  private static final Phrase REFUND_IN_TROUBLE =
      new Phrase(
          "退款 %1$s 无法到账（%2$s）。请到支付平台按此退款单号处理，不要在本机再次退款。到账前本机会持续查询。",
          "Refund %1$s does not reach the shopper (%2$s). Finish it on the provider's platform under"
              + " this very number; do not refund it here again. It is asked about until the money is"
              + " there.");

  private static final Phrase REFUND_LATE =
      new Phrase(
          "退款 %1$s 已处理多日仍未到账（%2$s）。请到支付平台查看。",
          "Refund %1$s has been on its way for days (%2$s). Look at it on the provider's platform.");

  private static final Phrase CLAIM_LATE =
      new Phrase(
          "订单 %1$s 的应收款（%2$s）一天内仍未收到，本机会继续核对。请到支付平台查看。",
          "What is owed for order %1$s (%2$s) has not been taken for a day; this terminal goes on"
              + " asking. Look at it on the provider's platform.");

  private static final Phrase CABINET_OPENED =
      new Phrase(
          "没有放行，柜门却打开过。请到现场查看。下次补货后，此提示消失。",
          "The cabinet's door was opened, and nobody was let in. Go and look. This goes when the"
              + " cabinet is restocked.");

  private static final Phrase CABINET_TAMPERED =
      new Phrase(
          "%1$s：没有人开门，但有动静（%2$s）。请到现场查看。下次补货后，此提示消失。",
          "%1$s: nobody was let in, and yet something moved (%2$s). Go and look. This goes"
              + " when the cabinet is restocked.");

  private static final Phrase NOT_SELLING =
      new Phrase("本机暂停销售：%2$s", "This terminal does not sell: %2$s");

  private static final Phrase GOODS_LIST =
      new Phrase(
          "商品清单 %1$s 无法使用，目前按上一份有效清单销售。%2$s",
          "The list of goods %1$s cannot be used; the goods of the last good list are sold. %2$s");

  private static final Phrase SLOT_OFF =
      new Phrase(
          "货道 %1$s 连续 %2$s 次没有出货，已停售。检修后请在状态页点“货道已检修”。",
          "Slot %1$s has failed %2$s times in a row and is sold from no more. Service it, then say so"
              + " on the page of the state.");

  private static final Phrase TOO_WARM =
      new Phrase(
          "冷藏食品长时间超温（现在 %2$s），已停售。请处理食品并检修制冷，再扫工牌或在状态页点“货道已检修”。",
          "Fresh food was too warm for too long (%2$s now) and is not sold. See to the food and the"
              + " cooling, then scan a badge, or say so on the page of the state.");

  private static final Phrase COLD_UNKNOWN =
      new Phrase(
          "断电或探头失灵，冷藏食品温度长时间未知，已停售。请检查食品，再扫工牌或在状态页点“货道已检修”。",
          "The power or the probe was gone: for too long nobody knows how warm the fresh food was,"
              + " and it is not sold. Look at the food, then scan a badge, or say so on the page of the"
              + " state.");

  private static final Phrase DOOR_OPENED =
      new Phrase(
          "机门被打开，已停售。请关门检查，再扫工牌或在状态页点“货道已检修”。",
          "The machine's door was opened; nothing is sold. Close it, look around, then scan a badge,"
              + " or say so on the page of the state.");

  private static final Phrase OUTPUT_NOT_EMPTIED =
      new Phrase(
          "取货口里有商品一直没人拿，现在不能付款。请取出。",
          "Something lies in the output and nobody takes it; nothing can be paid. Take it out.");

  private static final Phrase SLOT_EXPIRED =
      new Phrase(
          "货道 %1$s 的商品已过期（%2$s），已停售。请换货，再扫工牌或在状态页点“货道已检修”。",
          "The goods of slot %1$s are past their date (%2$s) and are not sold. Replace them, then"
              + " scan a badge, or say so on the page of the state.");

  private static final Phrase LOW_STOCK =
      new Phrase("货道 %1$s 只剩 %2$s 件。请补货。", "Slot %1$s holds %2$s more. Fill it.");

  private static final Phrase WRONG_PRICE =
      new Phrase(
          "售货机对货道 %1$s 要价 %2$s，与商品清单不符，已拒绝出售。请统一两边的价格。",
          "The machine's controller asks %2$s for selection %1$s, which is not the price of the list"
              + " of goods; it is denied. Make both prices the same.");

  private static final Phrase VENDED_UNPAID =
      new Phrase(
          "售货机报告 %2$s 件商品未经付款掉出。请清点货道，检查控制器，再扫工牌或在状态页点“货道已检修”。",
          "The machine's controller tells of %2$s vends that nobody has paid. Count its slots and see"
              + " to the controller, then scan a badge, or say so on the page of the state.");

  private static final Phrase NO_SALES =
      new Phrase(
          "自 %2$s 起没有卖出任何商品。请到机器前看看。",
          "Nothing has been sold since %2$s. Go and look at the machine.");

  private static final Phrase GOODS_UNREACHABLE =
      new Phrase(
          "商品清单 %1$s 中有商品无法扫到，其余商品照常销售。%2$s",
          "The list of goods %1$s names articles that no scan can bring; the others are sold. %2$s");

  private static final Phrase MEDIA_REFUSED =
      new Phrase("待机画面不播放 %1$s：%2$s", "%1$s does not play on the screen that waits: %2$s.");

  private static final Phrase JOURNAL_MARK_LOST =
      new Phrase(
          "启动时账本 %1$s 的标记文件缺失或不完整，无法确定最近的销售是否丢失。请与支付平台账单核对。",
          "The mark beside the journal %1$s was missing or cut short when the terminal was started:"
              + " whether its newest sales were lost cannot be told. Compare the day with the wallets'"
              + " bills.");

  private static final Phrase EVENTS_REFUSED =
      new Phrase(
          "云端拒收 %2$s 条记录，已保留在本机，没有丢失。编号与云端别的记录相同时，可能有人冒用本机，或磁盘被复制：" + "请联系运维查明，然后在状态页点“重传被拒收的记录”。",
          "The collector refuses %2$s rows; they are kept here and not lost. Where a number is"
              + " another row's there, somebody may pose as this terminal, or its disk was copied:"
              + " have it looked into, then send them again from the page of the state.");

  private static final Phrase CLOCK =
      new Phrase(
          "本机时钟不对：%2$s。销售按目前已知的最可靠时间记录。请校准时钟，并为设备配备电池或时间服务器。",
          "This machine's clock is wrong: %2$s. Sales carry the best time that is known. Set the"
              + " clock, and give the machine a battery or a time server.");

  private AlarmWords() {}

  static Phrase of(Alarm.Kind kind) {
    return switch (kind) {
      case TWIN -> TWIN;
      case NUMBER_USED -> NUMBER_USED;
      case PROVIDER_REFUSES -> PROVIDER_REFUSES;
      case UNVERIFIED_ANSWER -> UNVERIFIED_ANSWER;
      case REFUND_IN_TROUBLE -> REFUND_IN_TROUBLE;
      case REFUND_LATE -> REFUND_LATE;
      case CLAIM_LATE -> CLAIM_LATE;
      case CABINET_OPENED -> CABINET_OPENED;
      case CABINET_TAMPERED -> CABINET_TAMPERED;
      case NOT_SELLING -> NOT_SELLING;
      case GOODS_LIST -> GOODS_LIST;
      case SLOT_OFF -> SLOT_OFF;
      case TOO_WARM -> TOO_WARM;
      case COLD_UNKNOWN -> COLD_UNKNOWN;
      case DOOR_OPENED -> DOOR_OPENED;
      case OUTPUT_NOT_EMPTIED -> OUTPUT_NOT_EMPTIED;
      case SLOT_EXPIRED -> SLOT_EXPIRED;
      case LOW_STOCK -> LOW_STOCK;
      case WRONG_PRICE -> WRONG_PRICE;
      case VENDED_UNPAID -> VENDED_UNPAID;
      case NO_SALES -> NO_SALES;
      case GOODS_UNREACHABLE -> GOODS_UNREACHABLE;
      case MEDIA_REFUSED -> MEDIA_REFUSED;
      case JOURNAL_MARK_LOST -> JOURNAL_MARK_LOST;
      case EVENTS_REFUSED -> EVENTS_REFUSED;
      case CLOCK -> CLOCK;
    };
  }
}
