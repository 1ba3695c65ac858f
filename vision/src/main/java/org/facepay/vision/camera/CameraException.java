package org.facepay.vision.camera;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A source gives no picture; the message says why and what to do. */
public final class CameraException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** There is nothing under this name. */
    NOT_FOUND,
    /** The user of this program may not open it. */
    DENIED,
    /** It is there but is no camera, no clip, no picture. */
    UNUSABLE,
    /** The camera was pulled out. */
    UNPLUGGED,
    /** The camera is there but has stopped delivering. */
    SILENT,
    /** A clip or a picture is cut short or broken; the next one may be whole. */
    DAMAGED,
    /** Faces are on their side or upside down: the camera is not mounted as it is set up. */
    TURNED,
    /** The clip or the folder is over. */
    ENDED,
    /** The native image library cannot be used on this machine. */
    NO_LIBRARY
  }

  private final Reason reason;
  private final int turned;

  public CameraException(Reason reason, String message) {
    this(reason, message, null);
  }

  public CameraException(Reason reason, String message, @Nullable Throwable cause) {
    this(reason, 0, message, cause);
  }

  private CameraException(Reason reason, int turned, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.turned = turned;
  }

  /** The camera is mounted so that its pictures must be turned by so many degrees more. */
  public static CameraException turned(String source, int degrees) {
    String message =
        source
            + " shows faces that are turned: set the camera's rotate "
            + degrees
            + " degrees further";
    return new CameraException(Reason.TURNED, degrees, message, null);
  }

  public Reason reason() {
    return reason;
  }

  /** By how many degrees pictures must be turned further; empty if that is not what is wrong. */
  public OptionalInt turned() {
    return reason == Reason.TURNED ? OptionalInt.of(turned) : OptionalInt.empty();
  }
}
