package org.facepay.terminal.session;

/** What became of an article that was to fall (OPC UA 30210-1 calls it the vend's result). */
public enum Drop {
  DELIVERED,
  /** It is still in its slot. */
  NOT_DELIVERED,
  /** The motor was started, and nobody saw what came of it. */
  UNCERTAIN
}
