package org.facepay.terminal.lab.drive;

import java.time.Duration;
import org.facepay.terminal.payment.PaymentFlow;

/**
 * What holds for every basket of a batch.
 *
 * @param lane begins every order number together with the journal's epoch
 * @param presentations how often a customer offers a code for one basket
 * @param refundEvery baskets whose number it divides are refunded; 0 for none
 * @param resolve after this long a basket is told to be unresolved; the flow goes on
 */
record BatchRules(
    String lane,
    String epoch,
    PaymentFlow flow,
    int presentations,
    int refundEvery,
    Duration resolve) {}
