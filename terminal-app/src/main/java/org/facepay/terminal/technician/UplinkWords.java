package org.facepay.terminal.technician;

import org.facepay.sync.uplink.Trouble;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;

/** Why nothing can be stored at the collector now. English has the words of the logs. */
final class UplinkWords {
  private static final Phrase NO_CONNECTION = new Phrase("网络不通，或地址不对", "%2$s");
  private static final Phrase NO_ANSWER = new Phrase("%1$s 毫秒内没有完整应答", "%2$s");
  private static final Phrase HTTP_STATUS = new Phrase("云端应答状态码 %1$s", "%2$s");
  private static final Phrase NOT_ENROLLED = new Phrase("云端不认识这台终端（状态码 %1$s）：请用开通码登记它", "%2$s");
  private static final Phrase OTHER_ANSWER = new Phrase("应答不是云端的（是网络登录页吗？）", "%2$s");
  private static final Phrase BROKEN_ANSWER = new Phrase("应答中断了", "%2$s");
  private static final Phrase SENSELESS_ANSWER = new Phrase("应答对不上", "%2$s");
  private static final Phrase NO_EVENTS = new Phrase("途中有设备不让数据通过", "%2$s");
  private static final Phrase OUTBOX = new Phrase("本机的待传数据读不了，原因在日志里", "%2$s");
  private static final Phrase STOPPED = new Phrase("已停止", "%2$s");

  private UplinkWords() {}

  static Sentence of(Trouble trouble) {
    Phrase phrase =
        switch (trouble.kind()) {
          case NO_CONNECTION -> NO_CONNECTION;
          case NO_ANSWER -> NO_ANSWER;
          case HTTP_STATUS -> HTTP_STATUS;
          case NOT_ENROLLED -> NOT_ENROLLED;
          case OTHER_ANSWER -> OTHER_ANSWER;
          case BROKEN_ANSWER -> BROKEN_ANSWER;
          case SENSELESS_ANSWER -> SENSELESS_ANSWER;
          case NO_EVENTS -> NO_EVENTS;
          case OUTBOX -> OUTBOX;
          case STOPPED -> STOPPED;
        };
    return Sentence.of(phrase, trouble.detail(), trouble.english());
  }
}
