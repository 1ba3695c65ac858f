package org.facepay.peripherals.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void argumentsGoWhereTheirNamesAre() {
    Problem stalled = Problem.of(Problem.Kind.STALLED, "/dev/ttyUSB0", 500);
    assertEquals(List.of("path", "milliseconds"), stalled.kind().shape());
    assertEquals(
        "/dev/ttyUSB0 took no bytes for 500 ms: is the device stalled?", stalled.english());
    assertEquals("500 × /dev/ttyUSB0", stalled.in("{milliseconds} × {path}"));
    assertEquals(
        "line scanner, listening", Identity.of(Identity.Kind.LISTENING, "line scanner").english());
  }

  @Test
  void whatADeviceSaysIsNoTemplate() {
    String nasty = "$1 \\ {path} {milliseconds}";
    assertEquals(
        nasty + " hung up: is the cable plugged in?",
        Problem.of(Problem.Kind.HUNG_UP, nasty).english());
  }

  @Test
  void aKindTakesItsOwnNumberOfArguments() {
    assertThrows(IllegalArgumentException.class, () -> Problem.of(Problem.Kind.PAPER_OUT, "x"));
    assertThrows(IllegalArgumentException.class, () -> Problem.of(Problem.Kind.HUNG_UP));
    assertThrows(IllegalArgumentException.class, () -> Identity.of(Identity.Kind.LISTENING));
  }

  @Test
  void noTwoKindsSayTheSame() {
    Set<String> said = new TreeSet<>();
    for (HealthText.Kind kind : Problem.Kind.values()) {
      assertTrue(said.add(kind.english()), kind.english());
    }
    for (HealthText.Kind kind : Identity.Kind.values()) {
      assertTrue(said.add(kind.english()), kind.english());
    }
  }
}
