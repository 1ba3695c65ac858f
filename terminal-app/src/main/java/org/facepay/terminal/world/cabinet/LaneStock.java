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
import org.facepay.terminal.files.SmallFile;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Units in every lane, kept over restarts. A visit that is settled again starts from what was there
 * before it. A file that does not fit the planogram counts as none: the lanes are as full as that
 * says. Not thread-safe.
 */
final class LaneStock {
  private static final Logger LOG = LoggerFactory.getLogger(LaneStock.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private Planogram full;
  private long visit;
  private int[] before;
  private int[] now;

  /**
   * Reads the file, if it is there.
   *
   * @param full how the lanes are when they are filled
   */
  LaneStock(Path file, Planogram full) {
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

  /** Its lanes hold something else; there are as many of them as before. */
  void relaid(Planogram next) {
    full = next;
  }

  /** The planogram as full as it was before this visit. */
  Planogram before(long id) {
    return before(id, full);
  }

  /** So an earlier one; of other lanes, it counts as filled. */
  Planogram before(long id, Planogram valid) {
    int[] units = id == visit ? before : now;
    return numbers(valid).equals(numbers(full)) ? with(valid, units) : valid;
  }

  /** Units in every lane now, by its number. */
  List<Answered.StockRead.Count> counts() {
    List<Integer> numbers = numbers(full);
    List<Answered.StockRead.Count> counts = new ArrayList<>();
    for (int lane = 0; lane < now.length; lane++) {
      counts.add(new Answered.StockRead.Count(numbers.get(lane), now[lane]));
    }
    return counts;
  }

  /** The number of every lane. */
  static List<Integer> numbers(Planogram planogram) {
    List<Integer> numbers = new ArrayList<>();
    for (int s = 0; s < planogram.shelves().size(); s++) {
      for (int l = 0; l < planogram.shelves().get(s).lanes().size(); l++) {
        numbers.add(Planogram.laneNumber(s, l));
      }
    }
    return numbers;
  }

  /** Staff have counted. */
  void counted(List<Movement> movements) {
    List<Integer> numbers = numbers(full);
    int[] next = now.clone();
    for (Movement movement : movements) {
      int lane = numbers.indexOf(movement.place().slot());
      if (lane >= 0) {
        next[lane] = movement.now();
      }
    }
    keep(0, next, next);
  }

  /**
   * Units have left in a visit.
   *
   * @param taken by lane, less what came back to it
   */
  void change(long id, int[] taken) {
    int[] base = id == visit ? before : now;
    int[] next = new int[base.length];
    for (int lane = 0; lane < next.length; lane++) {
      next[lane] = Math.max(0, base[lane] - (lane < taken.length ? taken[lane] : 0));
    }
    keep(id, base, next);
  }

  private void keep(long id, int[] base, int[] next) {
    before = base.clone();
    now = next.clone();
    visit = id;
    ObjectNode node = JSON.createObjectNode().put("visit", visit);
    Arrays.stream(before).forEach(node.withArray("before")::add);
    Arrays.stream(now).forEach(node.withArray("now")::add);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      SmallFile.write(file, node + "\n");
    } catch (IOException e) {
      LOG.error("how full the lanes are is not kept: {}", e.toString());
    }
  }

  private static Planogram with(Planogram planogram, int[] units) {
    List<Planogram.Shelf> shelves = new ArrayList<>();
    int lane = 0;
    for (Planogram.Shelf shelf : planogram.shelves()) {
      List<Planogram.Lane> lanes = new ArrayList<>();
      for (Planogram.Lane l : shelf.lanes()) {
        lanes.add(new Planogram.Lane(l.sku(), l.fromMm(), l.toMm(), units[lane++]));
      }
      shelves.add(new Planogram.Shelf(shelf.id(), shelf.lengthMm(), shelf.noiseGrams(), lanes));
    }
    return new Planogram(planogram.currency(), shelves, planogram.skus());
  }
}
