package org.facepay.terminal.files;

import java.sql.SQLException;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;

/**
 * What is kept in a terminal's databases, and why one cannot be used. English has the database's
 * own words, so that what is read here is found in the logs.
 */
public final class StoreWords {
  public static final Phrase ACCOUNTS = new Phrase("会员余额账本", "the accounts");
  public static final Phrase AGREEMENTS = new Phrase("免密支付协议", "the agreements");
  public static final Phrase OFFLINE_SALES = new Phrase("离线销售记录", "the sales");
  public static final Phrase CLAIMS = new Phrase("待收款记录", "the claims");
  public static final Phrase OBJECTIONS = new Phrase("对账单的异议", "the objections to bills");
  public static final Phrase OPEN_REFUNDS = new Phrase("处理中的退款", "the open refunds");
  public static final Phrase STUCK_ORDERS = new Phrase("待查的订单", "the stuck orders");
  public static final Phrase MASSES = new Phrase("商品重量记录", "the masses");

  static final Phrase UNUSABLE = new Phrase("%s（%s）不能使用：%s", "%s in %s cannot be used: %s");

  private static final Phrase FULL = new Phrase("磁盘满了，请腾出空间", "%1$s");
  private static final Phrase DAMAGED = new Phrase("文件损坏了，日志里有处理办法", "%1$s");
  private static final Phrase DOUBTFUL = new Phrase("无法确定是否丢过记录，日志里有处理办法", "%1$s");
  private static final Phrase READ_ONLY = new Phrase("没有写入权限，或磁盘变成了只读", "%1$s");
  private static final Phrase LOCKED = new Phrase("被另一个程序占用，本机是否运行了两次？", "%1$s");
  private static final Phrase NEWER = new Phrase("由更新版本的程序写成，请升级程序", "%1$s");
  private static final Phrase OTHER = new Phrase("读写出错，原因在日志里", "%1$s");

  private StoreWords() {}

  /** Why it cannot be used. */
  public static Sentence of(Reason reason, String message) {
    return Sentence.of(
        switch (reason) {
          case FULL -> FULL;
          case DAMAGED -> DAMAGED;
          case DOUBTFUL -> DOUBTFUL;
          case READ_ONLY -> READ_ONLY;
          case LOCKED -> LOCKED;
          case NEWER -> NEWER;
          case IO -> OTHER;
        },
        message);
  }

  /** Why it cannot be used. */
  static Sentence of(SQLException e) {
    return of(Database.reason(e), String.valueOf(e.getMessage()));
  }
}
