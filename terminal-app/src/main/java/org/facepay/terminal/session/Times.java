package org.facepay.terminal.session;

import java.time.Duration;

/**
 * How long things stay.
 *
 * @param idle from the last touch to the warning (WCAG 2.2.1: at least 20 s of warning)
 * @param wipe from the warning to the wiped basket
 * @param doubt from the first unknown answer to the "do not pay again" screen
 * @param success from the payment to the attract screen
 * @param afterPaper from the printed receipt to the attract screen
 */
public record Times(
    Duration idle, Duration wipe, Duration doubt, Duration success, Duration afterPaper) {}
