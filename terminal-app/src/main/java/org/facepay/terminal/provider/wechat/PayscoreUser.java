package org.facepay.terminal.provider.wechat;

import org.facepay.terminal.payment.Credential;

/**
 * A shopper who has authorised the merchant's pay-score service before, by the openid of the
 * merchant's application.
 */
public record PayscoreUser(String openId) implements Credential {
  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
