package org.facepay.terminal.provider.token;

/** How a challenge ended. */
public sealed interface FaceCredential {
  /** The wallet knows who it is. */
  record Granted(FaceToken token) implements FaceCredential {}

  /** There is no token; the shopper may try again or pay otherwise. */
  record Refused(Reason reason) implements FaceCredential {}

  /** Why there is none. */
  enum Reason {
    CANCELLED,
    NO_FACE,
    NOT_LIVE,
    TIMED_OUT,
    DEVICE_OFFLINE
  }
}
