package org.facepay.terminal.provider.token;

import org.facepay.terminal.sale.Money;

/** What a face is asked to pay; a token is good for exactly this order and amount. */
public record FaceChallenge(String outTradeNo, Money amount, String merchant) {}
