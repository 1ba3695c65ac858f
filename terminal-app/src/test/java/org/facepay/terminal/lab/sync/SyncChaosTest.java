package org.facepay.terminal.lab.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.command.Laboratory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of the chaos between a terminal and its collector. */
@Slow("starts and kills a dozen processes")
class SyncChaosTest {
  @TempDir Path folder;

  @Test
  void everySaleArrivesOnceAndInTime() throws Exception {
    SyncChaos.Result result =
        new SyncChaos(Laboratory.machine(), folder, System.out, 7).run(450, 1);
    assertTrue(result.good(), result.line());
  }
}
