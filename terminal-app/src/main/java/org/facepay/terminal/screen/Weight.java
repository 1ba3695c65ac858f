package org.facepay.terminal.screen;

import org.facepay.kiosk.screen.WeighScreen.ScaleState;

/**
 * What the scale says at this moment.
 *
 * @param grams gross; 0 unless moving or stable
 */
public record Weight(ScaleState state, int grams) {
  public static final Weight NONE = new Weight(ScaleState.NO_SCALE, 0);
}
