package org.facepay.terminal.checkout;

/** Why a face led to nothing, in the words a shopper can act on. */
public enum FaceEnd {
  NOT_RECOGNISED,
  NO_CAMERA,
  TOO_MANY_TRIES,
  NO_ACCOUNT,
  BALANCE_TOO_LOW,
  ALREADY_MEMBER
}
