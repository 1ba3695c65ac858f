package org.facepay.vision.face;

import org.opencv.core.Rect;

/**
 * A rectangle in a picture.
 *
 * @param x left edge in pixels from the left; may be negative when the face is cut off
 * @param y upper edge in pixels from the top
 * @param width in pixels
 * @param height in pixels
 */
public record Box(float x, float y, float width, float height) {

  /** Horizontal middle in pixels. */
  public float centreX() {
    return x + width / 2;
  }

  /** Vertical middle in pixels. */
  public float centreY() {
    return y + height / 2;
  }

  /** In square pixels; zero for a degenerate box. */
  public float area() {
    return Math.max(0, width) * Math.max(0, height);
  }

  /** Intersection over union, 0..1. */
  public float overlap(Box other) {
    float w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    float h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (area() + other.area() - w * h);
  }

  /** How much of it lies inside a picture of that size, 0..1. */
  float visible(int pictureWidth, int pictureHeight) {
    float w = Math.min(pictureWidth, x + width) - Math.max(0, x);
    float h = Math.min(pictureHeight, y + height) - Math.max(0, y);
    return area() <= 0 ? 0 : Math.max(0, w) * Math.max(0, h) / area();
  }

  /** The part inside a picture, in whole pixels, never empty. */
  Rect inside(int pictureWidth, int pictureHeight) {
    int left = Math.clamp((int) x, 0, pictureWidth - 1);
    int top = Math.clamp((int) y, 0, pictureHeight - 1);
    int right = Math.clamp((int) (x + width), left + 1, pictureWidth);
    int bottom = Math.clamp((int) (y + height), top + 1, pictureHeight);
    return new Rect(left, top, right - left, bottom - top);
  }
}
