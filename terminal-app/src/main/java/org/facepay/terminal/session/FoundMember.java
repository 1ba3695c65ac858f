package org.facepay.terminal.session;

/**
 * A member who was known by a code or a phone number.
 *
 * @param id the member's number
 * @param name masked for the screen, empty when the member gave none
 * @param account whether there is money to pay from, minor units; negative for no account
 * @param signed whether the member has signed that purchases may be deducted from a wallet
 * @param phone whether the last four digits of a phone can be asked for
 * @param face whether a template of the member's face is kept here
 */
public record FoundMember(
    String id, String name, long account, boolean signed, boolean phone, boolean face) {}
