package org.facepay.kiosk.screen;

/**
 * When a terminal that is closed by the clock sells again, and its hours of every day.
 *
 * @param tomorrow whether not today any more
 * @param from e.g. 7:00
 * @param until e.g. 22:00
 */
public record OpensAgain(boolean tomorrow, String from, String until) {}
