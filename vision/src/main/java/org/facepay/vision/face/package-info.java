/**
 * From a picture to who it might be: one small class per step (detect, landmarks, pose and quality,
 * align, liveness, embed, track, evidence) and {@link org.facepay.vision.face.FaceEngine}, which
 * puts them in order for the terminal. Terms follow ISO/IEC 30107-3 (liveness) and ISO/IEC 19795
 * (recognition).
 */
package org.facepay.vision.face;
