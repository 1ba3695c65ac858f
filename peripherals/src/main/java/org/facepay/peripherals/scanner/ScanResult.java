package org.facepay.peripherals.scanner;

/** What a scanner's trigger led to. */
public sealed interface ScanResult permits Scan, Unreadable {}
