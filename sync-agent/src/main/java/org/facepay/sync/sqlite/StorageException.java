package org.facepay.sync.sqlite;

import org.jspecify.annotations.Nullable;

/** A file that is kept cannot be used; the message says what to do. */
public final class StorageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    /** The disk, or the size the file may have, is full. */
    FULL,
    /** The file fails its integrity check or the hash chain is broken. */
    DAMAGED,
    /** What is there is sound, but whether entries were lost cannot be told. */
    DOUBTFUL,
    /** The file, its folder or its file system may not be written. */
    READ_ONLY,
    /** Another process holds the file. */
    LOCKED,
    /** The file was written by a newer version of the program. */
    NEWER,
    /** Reading or writing failed for another reason. */
    IO
  }

  private final Reason reason;

  public StorageException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public StorageException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
