package org.facepay.terminal.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;

/**
 * What the camera may do in a session, and does.
 *
 * @param agreed what the shopper has agreed to in this session
 * @param stamp of the look under way, 0 for none; answers to any other are too late
 * @param phone typed by somebody who joins
 * @param locked whether wrong digits were typed too often to pay by face in this session
 */
public record Look(Set<ConsentPurpose> agreed, long stamp, Digits phone, boolean locked) {
  static final Look NONE = new Look(Set.of(), 0, Digits.NONE, false);

  public Look {
    agreed = Set.copyOf(agreed);
  }

  /** Turns the camera off, whatever it was looking for. */
  public static List<Effect> off() {
    return List.of(new Effect.StopLooking(), new Effect.StopTimer(Timer.LOOK));
  }

  /** Whether the camera is on. */
  public boolean on() {
    return stamp != 0;
  }

  /** What turns the camera off if it is on. */
  public List<Effect> offIfOn() {
    return on() ? off() : List.of();
  }

  public Look agreedTo(ConsentPurpose purpose) {
    Set<ConsentPurpose> more = new HashSet<>(agreed);
    more.add(purpose);
    return new Look(more, stamp, phone, locked);
  }

  public Look at(long begun) {
    return new Look(agreed, begun, phone, locked);
  }

  /** The camera is off and nothing is waited for. */
  public Look still() {
    return at(0);
  }

  /** The same, and what was typed is gone. */
  public Look done() {
    return new Look(agreed, 0, Digits.NONE, locked);
  }

  public Look locking() {
    return new Look(agreed, stamp, phone, true);
  }

  public Look with(Digits typed) {
    return new Look(agreed, stamp, typed, locked);
  }
}
