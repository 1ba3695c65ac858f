package org.facepay.terminal.lab.store;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.command.Laboratory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores whose power is cut, and a disk that does not keep what it promised. */
@Slow("watches a process and opens a hundred disks")
class PowerCutTest {
  @TempDir Path folder;

  @Test
  void whatTheWorldWasToldIsThereAfterEveryCut() throws Exception {
    assumeTrue(canWatch(), "this machine lets nobody watch a process: strace does not run");
    PowerCut power = power(folder.resolve("honest"), System.out);
    List<DiskWrite> writes = power.writes();
    PowerCut.Result result = power.cut(writes, 120);
    assertTrue(result.good() && result.cuts() == 120, result.line());
    List<DiskWrite> unsynced =
        writes.stream()
            .filter(w -> !(w instanceof DiskWrite.Synced || w instanceof DiskWrite.FolderSynced))
            .toList();
    PowerCut.Result lied =
        power(folder.resolve("honest"), new PrintStream(PrintStream.nullOutputStream()))
            .cut(unsynced, 60);
    assertTrue(lied.lostAcked() > 0 && lied.corrupt() > 0, "not seen: " + lied.line());
  }

  private static PowerCut power(Path folder, PrintStream out) {
    return new PowerCut(Laboratory.machine(), folder, out, 5);
  }

  private static boolean canWatch() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
