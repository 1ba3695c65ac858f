package org.facepay.terminal.payment;

/**
 * A member's own account, after the member was recognised live and has said that name and amount
 * are right.
 *
 * @param member the member's number
 */
public record MemberAccount(String member) implements Credential {}
