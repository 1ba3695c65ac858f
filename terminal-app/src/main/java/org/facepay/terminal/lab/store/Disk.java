package org.facepay.terminal.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A disk that keeps what it was asked to keep and may lose anything else: of what was written to a
 * file since it was last synced, any sectors may be there and any not, in no order (the model of
 * Pillai et al., All File Systems Are Not Created Equal, OSDI 2014, with sectors of 512 bytes that
 * are whole or not there).
 */
final class Disk {
  private static final int SECTOR = 512;

  /** How likely each sector is to have come to the disk, in the cuts' turn. */
  private static final double[] KEPT = {0, 0.1, 0.5, 0.9, 1};

  /** A file: what is sure of it, and what was asked for since. */
  private static final class Inode {
    byte[] sure = new byte[0];
    boolean sureThere;
    final List<DiskWrite> since = new ArrayList<>();
  }

  private final Map<String, Inode> files = new HashMap<>();

  /** Files that were removed, while nothing says that the disk knows. */
  private final Map<String, Inode> removed = new HashMap<>();

  /** A disk that is sure of the files of a folder. */
  Disk(Path folder) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      for (Path file : there.toList()) {
        Inode inode = inode(file.getFileName().toString());
        inode.sure = Files.readAllBytes(file);
        inode.sureThere = true;
      }
    }
  }

  /** Does what the process asked for. */
  void carryOut(DiskWrite write) {
    switch (write) {
      case DiskWrite.Made(String file) -> files.computeIfAbsent(file, _ -> new Inode());
      case DiskWrite.Bytes(String file, long _, byte[] _) -> inode(file).since.add(write);
      case DiskWrite.Size(String file, long _) -> inode(file).since.add(write);
      case DiskWrite.Removed(String file) -> {
        Inode inode = files.remove(file);
        if (inode != null && inode.sureThere) {
          removed.put(file, inode);
        }
      }
      case DiskWrite.Synced(String file) -> {
        Inode inode = inode(file);
        inode.sure = after(inode, () -> true);
        inode.sureThere = true;
        inode.since.clear();
        removed.remove(file);
      }
      case DiskWrite.FolderSynced() -> {
        removed.clear();
        files.values().forEach(inode -> inode.sureThere = true);
      }
      case DiskWrite.Told(String _) -> {
        // Nothing of the disk.
      }
    }
  }

  private Inode inode(String file) {
    return files.computeIfAbsent(file, _ -> new Inode());
  }

  /** Writes into a folder what may be left when the power goes now. */
  void cut(Path folder, Random chance) throws IOException {
    double kept = KEPT[chance.nextInt(KEPT.length)];
    for (var file : removed.entrySet()) {
      if (chance.nextDouble() >= kept) {
        Files.write(folder.resolve(file.getKey()), left(file.getValue(), kept, chance));
      }
    }
    for (var file : files.entrySet()) {
      if (file.getValue().sureThere || chance.nextDouble() < kept) {
        Files.write(folder.resolve(file.getKey()), left(file.getValue(), kept, chance));
      }
    }
  }

  private static byte[] left(Inode inode, double kept, Random chance) {
    return after(inode, () -> chance.nextDouble() < kept);
  }

  /** Whether the next piece has come to the disk. */
  private interface Kept {
    boolean piece();
  }

  private static byte[] after(Inode inode, Kept kept) {
    byte[] content = Arrays.copyOf(inode.sure, longest(inode));
    int size = inode.sure.length;
    for (DiskWrite write : inode.since) {
      if (write instanceof DiskWrite.Size(String _, long asked)) {
        if (kept.piece()) {
          Arrays.fill(content, (int) Math.min(asked, size), content.length, (byte) 0);
          size = (int) asked;
        }
      } else if (write instanceof DiskWrite.Bytes(String _, long offset, byte[] bytes)) {
        size = Math.max(size, with(content, (int) offset, bytes, kept));
      }
    }
    return Arrays.copyOf(content, size);
  }

  private static int longest(Inode inode) {
    long longest = inode.sure.length;
    for (DiskWrite write : inode.since) {
      longest =
          switch (write) {
            case DiskWrite.Size(String _, long asked) -> Math.max(longest, asked);
            case DiskWrite.Bytes(String _, long offset, byte[] bytes) ->
                Math.max(longest, offset + bytes.length);
            default -> longest;
          };
    }
    return Math.toIntExact(longest);
  }

  /** The end of the last sector that has come to the disk, 0 for none. */
  private static int with(byte[] content, int offset, byte[] bytes, Kept kept) {
    int last = 0;
    int end;
    for (int at = offset; at < offset + bytes.length; at = end) {
      end = Math.min((at / SECTOR + 1) * SECTOR, offset + bytes.length);
      if (kept.piece()) {
        System.arraycopy(bytes, at - offset, content, at, end - at);
        last = end;
      }
    }
    return last;
  }
}
