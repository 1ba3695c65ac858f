package org.facepay.terminal.provider.wire;

import org.facepay.terminal.language.Phrase;

/** What can be wrong with the file of a key, a secret or a certificate. */
public final class KeyWords {
  static final Phrase NO_PRIVATE_KEY =
      new Phrase("要是 RSA 私钥（PKCS#8，base64）", "expected an RSA private key in PKCS#8, base64");
  static final Phrase ONE_PUBLIC_KEY =
      new Phrase("要是一把 RSA 公钥，这里有 %s 把", "expected one RSA public key, found %s");
  static final Phrase PUBLIC_KEYS =
      new Phrase("要是一把或两把公钥，这里有 %s 把", "expected one or two public keys, found %s");
  static final Phrase NO_PUBLIC_KEY =
      new Phrase(
          "要是 RSA 公钥（X.509，base64）", "expected an RSA public key (SubjectPublicKeyInfo), base64");
  static final Phrase CHANGEABLE =
      new Phrase("别人可以改这把钥匙，请对它执行 %s", "others may change this key; run %s on it");
  static final Phrase READABLE =
      new Phrase(
          "别人可以读或改这把私钥，请对它执行 %s", "others may read or change this private key; run %s on it");
  static final Phrase SHORT =
      new Phrase("密钥要有 %s 位以上，这里是 %s 位", "expected a key of %s bits or more, found %s");
  static final Phrase NO_BASE64 = new Phrase("要是 base64 文本", "expected base64");
  static final Phrase NO_CERTIFICATE = new Phrase("要是证书（PEM）", "expected a certificate, PEM");
  static final Phrase OTHER_CERTIFICATE =
      new Phrase("不是商户这把密钥的证书", "not the certificate of the merchant's key");
  static final Phrase RAN_OUT = new Phrase("证书已于 %s 到期，请更换", "ran out on %s; renew it");

  /** Of a card terminal and its till. */
  public static final Phrase NO_PASSPHRASE =
      new Phrase("要写上刷卡终端的口令，这里是空的", "expected the terminal's passphrase, found nothing");

  /** WeChat's own name for it. */
  public static final Phrase API_KEY =
      new Phrase("密钥要是 %s 个字节，这里是 %s 个", "the API v3 key has %s bytes, not %s");

  private KeyWords() {}
}
