package org.facepay.terminal.session;

/** Where the money of a refund is that was taken in. */
public enum Settlement {
  /** With the shopper. */
  SETTLED,
  /** On its way. */
  PROCESSING,
  /** It does not reach the shopper; staff finish it on the provider's platform. */
  IN_TROUBLE
}
