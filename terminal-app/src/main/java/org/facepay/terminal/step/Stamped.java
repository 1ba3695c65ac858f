package org.facepay.terminal.step;

import java.time.Instant;

/**
 * An event with the two things a pure step may not fetch itself.
 *
 * @param stamp grows with every event of this terminal and is never used twice; requests and timers
 *     are numbered by the stamp of the event that started them, so that a late answer is recognised
 * @param at when it happened, by the terminal's clock
 */
public record Stamped<E>(long stamp, Instant at, E event) {}
