package org.facepay.terminal.world.claims;

import java.util.function.BooleanSupplier;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.world.cashier.OpenRefunds;

/**
 * Who gives back what was objected to.
 *
 * @param open follows what is on its way
 * @param occupied whether somebody shops
 */
public record ObjectionMoney(
    PaymentProviders providers, PaymentFlows flows, OpenRefunds open, BooleanSupplier occupied) {}
