package org.facepay.terminal.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strace says of a process is read whole, or refused. */
class WriteLogTest {
  private static final Path STORES = Path.of("/s");
  private static final String LOG =
      """
      7 openat(AT_FDCWD<{home}>, "{file}", O_RDWR|O_CREAT, 0644) = 4<{file}>
      7 pwrite64(4<{file}>, "\\x01\\x02", 2, 512 <unfinished ...>
      8 write(9<{told}>, "{hi}", 3) = 3
      7 <... pwrite64 resumed>) = 2
      7 ftruncate(4<{file}>, 100) = 0
      7 fdatasync(4<{file}>) = 0
      7 unlink("{file}") = 0
      7 fsync(5<{folder}>) = 0
      7 openat(AT_FDCWD<{home}>, "{file}", O_RDONLY) = 4<{file}>
      7 unlink("{file}") = -1 ENOENT (No such file or directory)
      7 +++ exited with 0 +++
      """
          .replace("{home}", hex("/home"))
          .replace("{file}", hex("/s/a.db"))
          .replace("{told}", hex("/s/" + WriteLog.TOLD))
          .replace("{folder}", hex("/s"))
          .replace("{hi}", hex("hi\n"));

  @TempDir Path folder;

  private static String hex(String text) {
    return HexFormat.of().withPrefix("\\x").formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<DiskWrite> read(String log) throws IOException {
    return WriteLog.read(Files.writeString(folder.resolve("log"), log), STORES);
  }

  @Test
  void everyCallIsReadInTheOrderInWhichItEnded() throws Exception {
    List<DiskWrite> writes = read(LOG);
    assertEquals(new DiskWrite.Made("a.db"), writes.get(0));
    assertEquals(new DiskWrite.Told("hi"), writes.get(1));
    DiskWrite.Bytes bytes = (DiskWrite.Bytes) writes.get(2);
    assertEquals("a.db", bytes.file());
    assertEquals(512, bytes.offset());
    assertArrayEquals(new byte[] {1, 2}, bytes.bytes());
    assertEquals(
        List.of(
            new DiskWrite.Size("a.db", 100),
            new DiskWrite.Synced("a.db"),
            new DiskWrite.Removed("a.db"),
            new DiskWrite.FolderSynced()),
        writes.subList(3, writes.size()));
  }

  @Test
  void whatIsCutOrChangedIsReadOrRefused() throws Exception {
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder log = new StringBuilder(LOG);
      for (int n = random.nextInt(4); n >= 0; n--) {
        log.setCharAt(random.nextInt(log.length()), (char) (32 + random.nextInt(95)));
      }
      log.setLength(random.nextInt(log.length() + 1));
      try {
        assertTrue(read(log.toString()).size() <= 7);
      } catch (IOException e) {
        refused++;
      }
    }
    assertTrue(refused > 0, "nothing was refused");
  }
}
