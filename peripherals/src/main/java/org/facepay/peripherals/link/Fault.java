package org.facepay.peripherals.link;

/** What goes wrong with real devices, for simulated ones; see {@link SimulatedPeer#inflict}. */
public enum Fault {
  /** Powered off, cable in: takes everything, says nothing. */
  MUTE,
  /** Answers with bytes that mean nothing, as at a wrong baud rate. */
  GARBAGE,
  /** Every byte arrives on its own, a little later than the one before. */
  SPLIT_FRAMES,
  /** Single characters are damaged on the way. */
  BAD_CHECKSUM,
  /** The plug is pulled. */
  HANG_UP,
  /** Takes no bytes, so that the terminal's writes block. */
  STALLED_READER,
  /** Pulled and put back at once, behind another device file. */
  REPLUG
}
