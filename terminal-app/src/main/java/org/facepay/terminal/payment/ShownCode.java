package org.facepay.terminal.payment;

import java.time.Duration;

/**
 * The terminal shows a code of the order and the shopper's phone scans it. Nothing secret: whoever
 * scans it pays.
 *
 * @param valid for so long the code can be paid, counted from the request; whole minutes, because
 *     Alipay counts in them
 */
public record ShownCode(Duration valid) implements Credential {
  public ShownCode {
    if (valid.toMinutes() < 1 || !valid.equals(Duration.ofMinutes(valid.toMinutes()))) {
      throw new IllegalArgumentException("expected whole minutes, found " + valid);
    }
  }
}
