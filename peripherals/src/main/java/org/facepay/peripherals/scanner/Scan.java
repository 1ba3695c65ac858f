package org.facepay.peripherals.scanner;

import java.util.Optional;

/**
 * A code that was read.
 *
 * @param data the code's text, 1 to 512 characters; may hold the separators GS, RS and EOT of GS1
 *     and ISO/IEC 15434 messages, no other control characters
 * @param aimId symbology identifier of ISO/IEC 15424, e.g. {@code ]E0} for EAN-13, if the scanner
 *     is set to send it
 * @param receivedNanos {@link System#nanoTime} when the end of the line had arrived
 */
public record Scan(String data, Optional<String> aimId, long receivedNanos) implements ScanResult {}
