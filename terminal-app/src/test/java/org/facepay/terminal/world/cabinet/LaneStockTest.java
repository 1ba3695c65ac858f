package org.facepay.terminal.world.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How full the lanes are, over restarts. */
class LaneStockTest {
  @TempDir Path folder;

  private LaneStock open() {
    return new LaneStock(folder.resolve("stock.json"), Shelving.PLANOGRAM);
  }

  private static int firstLane(Planogram planogram) {
    return planogram.shelves().getFirst().lanes().getFirst().stock();
  }

  @Test
  void aVisitThatIsSettledTwiceStartsFromBefore() {
    LaneStock stock = open();
    stock.change(7, new int[] {1, 0});
    stock.change(7, new int[] {2, 1});
    assertArrayEquals(new int[] {4, 5}, units(stock));
    assertEquals(6, firstLane(stock.before(7)));
    assertEquals(4, firstLane(stock.before(8)));
  }

  @Test
  void itIsKeptOverARestart() {
    open().change(7, new int[] {2, 0});
    LaneStock again = open();
    assertArrayEquals(new int[] {4, 6}, units(again));
    again.change(7, new int[] {1, 0});
    assertArrayEquals(new int[] {5, 6}, units(again));
  }

  @Test
  void whatComesIsAddedAndNothingIsBelowNone() {
    LaneStock stock = open();
    stock.change(1, new int[] {-3, 9});
    assertArrayEquals(new int[] {9, 0}, units(stock));
    stock.change(2, new int[] {1});
    assertArrayEquals(new int[] {8, 0}, units(stock), "a verdict of fewer lanes");
  }

  @Test
  void aFileThatMakesNoSenseCountsAsNone() throws Exception {
    for (String text : new String[] {"", "{", "[]", "{\"now\":[1],\"before\":[1]}", "\0\0\0"}) {
      Files.writeString(folder.resolve("stock.json"), text);
      assertArrayEquals(new int[] {6, 6}, units(open()), text);
    }
  }

  @Test
  void aDiskThatTakesNothingChangesNothing() throws Exception {
    Files.createDirectories(folder.resolve("stock.json").resolve("in-the-way"));
    LaneStock stock = open();
    stock.change(7, new int[] {2, 0});
    assertArrayEquals(new int[] {4, 6}, units(stock));
  }

  private static int[] units(LaneStock stock) {
    return stock.counts().stream().mapToInt(Answered.StockRead.Count::pieces).toArray();
  }
}
