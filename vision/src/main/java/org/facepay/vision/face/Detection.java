package org.facepay.vision.face;

/**
 * A face found in a picture.
 *
 * @param box where, in pixels of the picture
 * @param score how sure the detector is, 0..1
 */
public record Detection(Box box, float score) {}
