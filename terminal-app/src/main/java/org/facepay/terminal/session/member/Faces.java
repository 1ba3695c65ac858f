package org.facepay.terminal.session.member;

import java.time.Duration;

/**
 * What a face may do in this shop.
 *
 * @param recognised whether the shop recognises its members
 * @param secondFactorAbove total from which the last digits of the phone are asked for as well
 * @param look how long the camera looks at most
 * @param wallet name of the provider whose certified camera stands beside the screen; empty: none
 */
public record Faces(boolean recognised, long secondFactorAbove, Duration look, String wallet) {
  public static final Faces NONE = walletOnly("");

  /** The same without the shop's own recognition. */
  public static Faces walletOnly(String wallet) {
    return new Faces(false, 0, Duration.ZERO, wallet);
  }
}
