package org.facepay.vision.gallery;

import org.jspecify.annotations.Nullable;

/**
 * The stored templates cannot be used; the message says which file and what to do. Nothing is
 * recognised then.
 */
public final class GalleryException extends Exception {
  private static final long serialVersionUID = 1L;

  public GalleryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
