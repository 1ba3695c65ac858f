package org.facepay.terminal.settlement.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One template over many cabinets: lanes and goods are its, cells are each cabinet's own. */
class LayoutFilesTest {
  private static final Planogram FIRST = planogram(1);
  private static final Planogram OTHER = planogram(2);

  @TempDir Path folder;
  private Path own;
  private Path template;

  private static Planogram planogram(int seed) {
    Planogram made =
        PlanogramSimulator.make(
            new Recipe(Recipe.Layout.RANDOM, 1, false), List.of(), new Random(seed));
    List<Planogram.Shelf> shelves = new ArrayList<>();
    for (Planogram.Shelf shelf : made.shelves()) {
      shelves.add(new Planogram.Shelf(seed + shelf.id(), shelf.lengthMm(), seed, shelf.lanes()));
    }
    return new Planogram(made.currency(), shelves, made.skus());
  }

  @BeforeEach
  void files() throws IOException {
    own = folder.resolve("planogram.json");
    template = folder.resolve("template.json");
    PlanogramFile.write(own, OTHER);
    PlanogramFile.writeTemplate(template, FIRST);
  }

  private LayoutFiles both() {
    return new LayoutFiles(own, Optional.of(template));
  }

  @Test
  void aTemplateHasNothingOfOneCabinetsOwn() throws Exception {
    String text = Files.readString(template);
    for (String key : List.of("noiseGrams", "priceMinor", "currency", "cells")) {
      assertFalse(text.contains(key), key);
    }
    Planogram filled = both().read();
    for (int s = 0; s < filled.shelves().size(); s++) {
      assertEquals(OTHER.shelves().get(s).id(), filled.shelves().get(s).id());
      assertEquals(2, filled.shelves().get(s).noiseGrams());
      assertEquals(FIRST.shelves().get(s).lanes(), filled.shelves().get(s).lanes());
    }
    assertEquals(
        FIRST.skus().stream().map(Planogram.Sku::massGrams).toList(),
        filled.skus().stream().map(Planogram.Sku::massGrams).toList());
    assertEquals(OTHER, new LayoutFiles(own, Optional.empty()).read());
  }

  @Test
  void aTemplateOfAnotherKindOfCabinetIsRefused() throws Exception {
    List<Planogram.Shelf> shelves = new ArrayList<>(FIRST.shelves());
    shelves.removeLast();
    Planogram.Shelf first = shelves.getFirst();
    shelves.set(0, new Planogram.Shelf(first.id(), first.lengthMm() + 40, 1, first.lanes()));
    PlanogramFile.writeTemplate(template, new Planogram(FIRST.currency(), shelves, FIRST.skus()));
    String said = assertThrows(IOException.class, () -> both().read()).getMessage();
    assertTrue(said.contains("shelves: the cabinet has"), said);
    assertTrue(said.contains("shelves[0].lengthMm: "), said);
  }

  @Test
  void whatIsNoTemplateIsSaidAndNothingElse() throws Exception {
    byte[] whole = Files.readAllBytes(template);
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      for (int b = 0; b <= i % 5; b++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(template, damaged);
      try {
        both().read();
      } catch (IOException e) {
        assertTrue(e.getMessage().contains("template.json"), e.getMessage());
      }
    }
  }

  @Test
  void eitherFileTellsThemApart() throws Exception {
    String before = both().digest();
    assertEquals(12, before.length());
    assertNotEquals(before, new LayoutFiles(own, Optional.empty()).digest());
    PlanogramFile.writeTemplate(template, OTHER);
    assertNotEquals(before, both().digest());
    PlanogramFile.writeTemplate(template, FIRST);
    assertEquals(before, both().digest());
  }
}
