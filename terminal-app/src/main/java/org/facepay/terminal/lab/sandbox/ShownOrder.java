package org.facepay.terminal.lab.sandbox;

import java.time.Instant;

/**
 * An order whose code is shown by the terminal and was not scanned yet.
 *
 * @param amount in yuan, as it was asked for
 * @param ends when nobody can pay it any more
 */
record ShownOrder(String outTradeNo, String amount, Instant ends, boolean closed) {}
