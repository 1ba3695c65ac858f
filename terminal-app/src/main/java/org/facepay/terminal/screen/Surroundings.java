package org.facepay.terminal.screen;

import java.time.Instant;
import java.util.Optional;
import org.facepay.kiosk.screen.OpensAgain;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.Screen.Guidance;
import org.facepay.terminal.payment.Reach;

/**
 * What a screen depends on beside the session.
 *
 * @param now by the steady clock
 * @param clock local time as HH:mm
 * @param online whether the collector can be reached
 * @param reach which payment providers can be reached
 * @param scannerReady whether goods can be scanned
 * @param guidance what the shopper should do before the camera, while it is on
 * @param weight what the scale says
 * @param reader what the card terminal waits for, while it leads
 * @param stopped why nothing can be sold whatever the session says, e.g. the disk is full
 * @param opens when the shop opens again, where it has hours
 */
public record Surroundings(
    Instant now,
    String clock,
    boolean online,
    Reach reach,
    boolean scannerReady,
    Guidance guidance,
    Weight weight,
    ReaderStep reader,
    Optional<ClosedReason> stopped,
    Optional<OpensAgain> opens) {

  /** Of a shop that is open around the clock. */
  public Surroundings(
      Instant now,
      String clock,
      boolean online,
      Reach reach,
      boolean scannerReady,
      Guidance guidance,
      Weight weight,
      ReaderStep reader,
      Optional<ClosedReason> stopped) {
    this(
        now,
        clock,
        online,
        reach,
        scannerReady,
        guidance,
        weight,
        reader,
        stopped,
        Optional.empty());
  }
}
