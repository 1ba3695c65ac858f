package org.facepay.terminal.session.visit;

import java.time.Instant;

/**
 * What is charged for a visit, as it can be objected to.
 *
 * @param sale its order number
 * @param until as long as there is something to look at
 */
public record Bill(String sale, Instant until) {}
