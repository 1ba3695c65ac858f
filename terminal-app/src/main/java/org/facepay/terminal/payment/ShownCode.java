package org.facepay.terminal.payment;

import java.time.Duration;

/**
 * The terminal shows a code of the order and the shopper's phone scans it. Nothing secret: whoever
 * scans it pays.
 *
 * @param valid for so long the code can be paid, counted from the request
 */
public record ShownCode(Duration valid) implements Credential {}
