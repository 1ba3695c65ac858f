/** From a camera to a member: pictures watched, evidence gathered, liveness asked for. */
package org.facepay.vision.recognition;
