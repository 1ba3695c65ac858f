package org.facepay.terminal.session;

/** How the weight in the bags stands to what was scanned. */
public enum BagFinding {
  RIGHT,
  /** Something nobody has scanned was put into the bags. */
  UNEXPECTED_ITEM,
  /** What was scanned has not been put down. */
  MISSING_ITEM,
  /** Something was taken out that is still on the list. */
  REMOVED
}
