package org.facepay.terminal.session;

/**
 * A lane that holds something else from now on.
 *
 * @param slot number of the lane
 * @param code of the article
 * @param unitMilligrams of one piece as it was weighed; 0 where it was known before
 */
public record Learned(int slot, String code, long unitMilligrams) {}
