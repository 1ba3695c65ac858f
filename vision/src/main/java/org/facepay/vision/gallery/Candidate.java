package org.facepay.vision.gallery;

/**
 * A member a face may belong to.
 *
 * @param similarity cosine of the templates, -1 to 1
 */
public record Candidate(String member, float similarity) {}
