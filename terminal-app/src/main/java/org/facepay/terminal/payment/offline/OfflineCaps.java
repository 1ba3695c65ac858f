package org.facepay.terminal.payment.offline;

import java.time.Duration;

/**
 * How much a shop dares to sell without asking the provider. Amounts are minor units.
 *
 * @param perSale most of one sale
 * @param total most of all that waits
 * @param count most sales that wait
 * @param age nothing more is accepted while the oldest has waited longer
 */
public record OfflineCaps(long perSale, long total, int count, Duration age) {}
