package org.facepay.terminal.world.cabinet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facepay.terminal.container.planogram.Planogram;
import org.facepay.terminal.files.SmallFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Units in every lane, kept over restarts. A visit that is settled again starts from what was there
 * before it. A file that does not fit the planogram counts as none: the lanes are as full as that
 * says. Not thread-safe.
 */
final class Stock {
  private static final Logger LOG = LoggerFactory.getLogger(Stock.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Planogram full;
  private long visit;
  private int[] before;
  private int[] now;

  /**
   * Reads the file, if it is there.
   *
   * @param full how the lanes are when they are filled
   */
  Stock(Path file, Planogram full) {
    this.file = file;
    this.full = full;
    now =
        full.shelves().stream().flatMap(s -> s.lanes().stream()).mapToInt(l -> l.stock()).toArray();
    before = now.clone();
    read();
  }

  private void read() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      JsonNode node = JSON.readTree(Files.readString(file));
      int[] then = numbers(node.path("before"));
      int[] last = numbers(node.path("now"));
      if (then.length == now.length && last.length == now.length) {
        visit = node.path("visit").asLong();
        before = then;
        now = last;
      } else {
        LOG.warn("{} is of another planogram: the lanes count as filled", file);
      }
    } catch (IOException e) {
      LOG.error("how full the lanes are cannot be read: {}", e.toString());
    }
  }

  private static int[] numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(n -> numbers.add(Math.max(0, n.asInt())));
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The planogram as full as it was before this visit. */
  Planogram before(long id) {
    return with(id == visit ? before : now);
  }

  /** The planogram as full as it can be. */
  Planogram filled() {
    return full;
  }

  /** Units in every lane now. */
  int[] units() {
    return now.clone();
  }

  /**
   * Units have left, or come.
   *
   * @param taken by lane, negative for what has come
   */
  void change(long id, int[] taken) {
    int[] base = id == visit ? before : now;
    int[] next = new int[base.length];
    for (int lane = 0; lane < next.length; lane++) {
      next[lane] = Math.max(0, base[lane] - (lane < taken.length ? taken[lane] : 0));
    }
    before = base.clone();
    now = next;
    visit = id;
    ObjectNode node = JSON.createObjectNode().put("visit", visit);
    Arrays.stream(before).forEach(node.withArray("before")::add);
    Arrays.stream(now).forEach(node.withArray("now")::add);
    try {
      SmallFile.write(file, node + "\n");
    } catch (IOException e) {
      LOG.error("how full the lanes are is not kept: {}", e.toString());
    }
  }

  private Planogram with(int[] units) {
    List<Planogram.Shelf> shelves = new ArrayList<>();
    int lane = 0;
    for (Planogram.Shelf shelf : full.shelves()) {
      List<Planogram.Lane> lanes = new ArrayList<>();
      for (Planogram.Lane l : shelf.lanes()) {
        lanes.add(new Planogram.Lane(l.sku(), l.fromMm(), l.toMm(), units[lane++]));
      }
      shelves.add(new Planogram.Shelf(shelf.id(), shelf.lengthMm(), shelf.noiseGrams(), lanes));
    }
    return new Planogram(full.currency(), shelves, full.skus());
  }
}
