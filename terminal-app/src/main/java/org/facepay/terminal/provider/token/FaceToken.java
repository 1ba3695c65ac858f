package org.facepay.terminal.provider.token;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.sale.Money;

/**
 * The wallet's one-time code for a face ({@code fp} and 33 letters or digits, used with scene
 * {@code security_code}). Whoever has it can take money: it is handed out once, for its own order
 * and amount, until it expires, and is never printed.
 */
public final class FaceToken implements Credential {
  private final String code;
  private final String outTradeNo;
  private final Money amount;
  private final Instant expiresAt;
  private final AtomicBoolean spent = new AtomicBoolean();

  FaceToken(String code, FaceChallenge challenge, Instant expiresAt) {
    this.code = code;
    this.outTradeNo = challenge.outTradeNo();
    this.amount = challenge.amount();
    this.expiresAt = expiresAt;
  }

  static boolean looksLikeOne(String code) {
    return code.matches("fp[A-Za-z0-9]{33}");
  }

  /** The code, the first time it is asked for by its own order in time; empty ever after. */
  public Optional<String> redeem(String outTradeNo, Money amount, Instant now) {
    boolean mine = this.outTradeNo.equals(outTradeNo) && this.amount.equals(amount);
    return mine && now.isBefore(expiresAt) && spent.compareAndSet(false, true)
        ? Optional.of(code)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "FaceToken[REDACTED]";
  }
}
