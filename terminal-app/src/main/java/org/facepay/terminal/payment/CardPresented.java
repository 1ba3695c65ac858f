package org.facepay.terminal.payment;

/** The card terminal beside the screen asks the shopper for a card. */
public record CardPresented() implements Credential {}
