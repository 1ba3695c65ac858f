package org.facepay.terminal.lab.store;

/** What a process asked of a file system, in the order in which it did; files by their names. */
sealed interface DiskWrite {

  /** Bytes at a place of a file, which grows where it is shorter. */
  record Bytes(String file, long offset, byte[] bytes) implements DiskWrite {}

  /** A file gets this size. */
  record Size(String file, long size) implements DiskWrite {}

  /** A file is there from now on, if it was not. */
  record Made(String file) implements DiskWrite {}

  /** A file is gone. */
  record Removed(String file) implements DiskWrite {}

  /** What was written to a file is asked for to be on the disk; the process goes on when it is. */
  record Synced(String file) implements DiskWrite {}

  /** The same of the folder: which files there are. */
  record FolderSynced() implements DiskWrite {}

  /** The process tells the world that something is done. */
  record Told(String what) implements DiskWrite {}
}
