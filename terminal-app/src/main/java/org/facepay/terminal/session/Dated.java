package org.facepay.terminal.session;

/**
 * The last day on which what lies in a slot is sold, as whoever fills it says.
 *
 * @param slot as the machine counts them
 * @param useBy an ISO 8601 date; empty when nobody has said
 */
public record Dated(int slot, String useBy) {}
