package org.facepay.peripherals.scanner;

/**
 * Bytes that are no code; worth a beep and a technician's look if it repeats.
 *
 * @param reason what was wrong with them, without the bytes (they may be a wallet's pay code)
 */
public record Unreadable(String reason) implements ScanResult {}
