package org.facepay.sync.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BatchSizeTest {
  @Test
  void growsWhileFullBatchesComeBackWhole() {
    BatchSize size = new BatchSize(1_000);
    assertEquals(200, size.rows());
    size.stored(150);
    assertEquals(200, size.rows(), "it was not full");
    size.stored(200);
    size.stored(400);
    assertEquals(800, size.rows());
    size.stored(800);
    assertEquals(1_000, size.rows());
    assertEquals(50, new BatchSize(50).rows());
  }

  @Test
  void doesNotGrowBeyondWhatWasTooMuchUntilThatIsForgiven() {
    BatchSize size = new BatchSize(1_000);
    size.halve(200);
    assertEquals(100, size.rows());
    size.stored(100);
    assertEquals(100, size.rows());
    size.forgive();
    size.stored(100);
    assertEquals(200, size.rows());
    size.halve(3);
    assertEquals(1, size.rows());
    size.restart();
    assertEquals(200, size.rows());
  }
}
