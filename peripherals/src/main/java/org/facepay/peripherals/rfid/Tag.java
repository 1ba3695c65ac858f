package org.facepay.peripherals.rfid;

/**
 * A tag that was seen.
 *
 * @param epc its EPC in upper-case hexadecimal, 4 to 124 digits
 */
public record Tag(String epc) {}
