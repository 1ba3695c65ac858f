package org.facepay.vision.face;

/**
 * How well a face can be seen.
 *
 * @param eyeDistance between the eye centres, in pixels of the frame
 * @param sharpness standard deviation of the Laplacian of the aligned 112x112 face in grey levels;
 *     about 10-30 when in focus
 * @param brightness mean grey level of the aligned face, 0..255
 * @param contrast standard deviation of its grey levels
 * @param pose how the head is turned
 * @param eyesOpen how open the more open eye is, 0..1; narrow eyes, glasses and light from behind
 *     read as closed, so it says something only as a change in one person
 */
public record Quality(
    float eyeDistance,
    float sharpness,
    float brightness,
    float contrast,
    Pose pose,
    float eyesOpen) {}
