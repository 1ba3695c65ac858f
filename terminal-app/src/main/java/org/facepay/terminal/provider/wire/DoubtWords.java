package org.facepay.terminal.provider.wire;

import org.facepay.terminal.language.Phrase;

/** Why a gateway's answer is not believed, or nothing can be asked of it. */
public final class DoubtWords {
  public static final Phrase NO_OBJECT = new Phrase("不是 JSON 对象", "no JSON object");
  public static final Phrase NOT_WHOLE = new Phrase("JSON 不完整", "no whole JSON object");
  public static final Phrase TWO_ANSWERS = new Phrase("一次应答里有两个结果", "two answers in one reply");
  public static final Phrase MORE_BEHIND = new Phrase("应答后面还有文字", "text after the reply");
  public static final Phrase NOT_IN_IT = new Phrase("应答里没有 %s", "no %s");
  public static final Phrase NOT_SIGNED = new Phrase("没有签名", "not signed");
  public static final Phrase WRONGLY_SIGNED = new Phrase("签名不对", "wrongly signed");
  public static final Phrase HEARD_BEFORE = new Phrase("以前收到过的应答", "an answer heard before");
  public static final Phrase OTHER_TIME = new Phrase("时间不对", "not of this time");
  public static final Phrase OTHER_KEY =
      new Phrase("用没有配置的公钥签名（%s）", "signed by a public key that is not configured (%s)");
  public static final Phrase NO_CERTIFICATE =
      new Phrase("没有用有效的证书签名", "signed by no certificate in force");
  public static final Phrase NO_CERTIFICATES = new Phrase("没有平台证书", "no platform certificate");
  public static final Phrase OTHER_CERTIFICATE =
      new Phrase("平台证书 %s 与内容不符", "platform certificate %s is not what it says");
  public static final Phrase SEALED =
      new Phrase(
          "平台证书 %s 解不开：密钥对吗？",
          "platform certificate %s cannot be decrypted: is the API v3 key right?");
  public static final Phrase UNUSABLE = new Phrase("拿不到平台证书：%s", "no platform certificates: %s");
  public static final Phrase UNREACHED = new Phrase("连不上", "not reached: %1$s");
  public static final Phrase NEEDS_PUBLIC_KEY =
      new Phrase(
          "%s（没有证书的商户要配置 %s，即微信支付公钥）",
          "%s (a merchant without certificates needs %s, the WeChat Pay public key)");
  static final Phrase WHY_AND_WORDS = new Phrase("%s：%s", "%s: %s");

  private DoubtWords() {}
}
