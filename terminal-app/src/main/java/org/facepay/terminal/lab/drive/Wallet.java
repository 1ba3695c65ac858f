package org.facepay.terminal.lab.drive;

import java.time.InstantSource;
import java.util.Locale;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.provider.wechat.WechatSettings;

/**
 * The wallet a batch is paid with.
 *
 * @param payments takes the money
 * @param refunds gives it back
 * @param closing ends its connections
 */
record Wallet(PaymentProvider payments, RefundProvider refunds, Runnable closing)
    implements AutoCloseable {

  /** Which wallets there are. */
  enum Kind {
    ALIPAY("28"),
    WECHAT("13");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /**
     * The wallet of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Kind of(String provider) {
      for (Kind kind : values()) {
        if (kind.provider().equals(provider)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("provider " + provider + ": alipay or wechat");
    }

    String provider() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** How the codes of its shoppers begin. */
    String prefix() {
      return prefix;
    }
  }

  static Wallet of(AlipaySettings settings) {
    AlipayProvider provider = new AlipayProvider(settings, InstantSource.system());
    return new Wallet(provider, provider, provider::close);
  }

  static Wallet of(WechatSettings settings) {
    WechatProvider provider = new WechatProvider(settings, InstantSource.system());
    provider.prepare();
    return new Wallet(provider, provider, provider::close);
  }

  @Override
  public void close() {
    closing.run();
  }
}
