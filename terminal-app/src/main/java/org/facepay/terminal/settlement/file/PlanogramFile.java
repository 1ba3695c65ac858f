package org.facepay.terminal.settlement.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.Barcode;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Lane;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;
import org.facepay.terminal.settlement.planogram.Planogram.Sku;

/** A planogram as JSON, whole or as a template, which has nothing of one cabinet's own. */
public final class PlanogramFile {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final long LARGEST_BYTES = 4_000_000;
  private static final int MOST_SHELVES = 24;
  private static final int MOST_LANES = 64;
  private static final int MOST_SKUS = 4000;
  private static final double HEAVIEST_GRAMS = 50_000;

  private PlanogramFile() {}

  /**
   * Reads the whole file.
   *
   * @throws PlanogramException naming everything that is wrong with it
   * @throws IOException if it cannot be read at all
   */
  public static Planogram read(Path file) throws IOException, PlanogramException {
    return read(file, true);
  }

  /**
   * Reads a template: lanes and goods without currency, prices, names of shelves and noise.
   *
   * @throws PlanogramException naming everything that is wrong with it
   * @throws IOException if it cannot be read at all
   */
  static Planogram template(Path file) throws IOException, PlanogramException {
    return read(file, false);
  }

  private static Planogram read(Path file, boolean whole) throws IOException, PlanogramException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw whole(file, PlanogramWords.TOO_LARGE, LARGEST_BYTES);
    }
    List<Sentence> problems = new ArrayList<>();
    JsonNode node;
    try {
      node = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw whole(file, PlanogramWords.NO_JSON, e.getOriginalMessage(), place(e));
    }
    Planogram planogram = planogram(new Fields(node, "", problems), whole);
    if (!problems.isEmpty()) {
      throw new PlanogramException(file, problems);
    }
    return planogram;
  }

  private static PlanogramException whole(Path file, Phrase what, Object... arguments) {
    return new PlanogramException(file, List.of(Fields.at(PlanogramWords.FILE, what, arguments)));
  }

  /** Line and column. */
  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "?"
        : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
  }

  /** Writes what {@link #read} reads. */
  public static void write(Path file, Planogram planogram) throws IOException {
    Files.writeString(file, text(planogram));
  }

  /** What stands in the file of a planogram. */
  public static String text(Planogram planogram) {
    return PlanogramText.of(planogram, true);
  }

  /** Writes what fills other cabinets of this kind the same way; see {@link LayoutFiles}. */
  public static void writeTemplate(Path file, Planogram planogram) throws IOException {
    Files.writeString(file, PlanogramText.of(planogram, false));
  }

  private static Planogram planogram(Fields file, boolean whole) {
    Currency currency = whole ? currency(file) : Currency.getInstance("XXX");
    List<Sku> skus = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (Fields f : file.list("skus", MOST_SKUS)) {
      Sku sku = sku(f, whole);
      if (places.putIfAbsent(sku.id(), skus.size()) != null) {
        f.refuse("id", PlanogramWords.USED_ABOVE, sku.id());
      }
      skus.add(sku);
    }
    List<Shelf> shelves = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields f : file.list("shelves", MOST_SHELVES)) {
      Shelf shelf = shelf(f, whole ? f.text("id") : "S" + (shelves.size() + 1), whole, places);
      if (!names.add(shelf.id()) || shelf.id().equals("door")) {
        f.refuse("id", PlanogramWords.USED, shelf.id());
      }
      shelves.add(shelf);
    }
    return new Planogram(currency, shelves, skus);
  }

  private static Currency currency(Fields file) {
    String code = file.text("currency");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      file.refuse("currency", PlanogramWords.CURRENCY, "CNY", code);
      return Currency.getInstance("CNY");
    }
  }

  private static Sku sku(Fields f, boolean whole) {
    String id = f.text("id");
    if (!id.matches("\\d{13}")) {
      f.refuse("id", PlanogramWords.GTIN, id);
    } else if (Barcode.checkDigit(id.substring(0, 12)) != id.charAt(12) - '0') {
      f.refuse("id", PlanogramWords.CHECK_DIGIT, id);
    }
    return new Sku(
        id,
        f.text("name"),
        whole ? f.whole("priceMinor", 0, 100_000_000) : 0,
        f.number("massGrams", 0.1, HEAVIEST_GRAMS),
        f.number("massSigmaGrams", 0, HEAVIEST_GRAMS));
  }

  /** A shelf; its lanes are in order of place, whatever their order in the file. */
  private static Shelf shelf(Fields f, String id, boolean whole, Map<String, Integer> skus) {
    double length = f.number("lengthMm", 1, 10_000);
    if (whole && !f.text("cells").equals("left-right")) {
      f.refuse("cells", PlanogramWords.EXPECTED, "left-right");
    }
    List<Lane> lanes = new ArrayList<>();
    for (Fields lane : f.list("lanes", MOST_LANES)) {
      lanes.add(lane(lane, length, skus));
    }
    List<Lane> sorted = new ArrayList<>(lanes);
    sorted.sort(Comparator.comparingDouble(Lane::fromMm));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).fromMm() < sorted.get(i - 1).toMm() - 1e-6) {
        f.refuse("lanes", PlanogramWords.OVERLAPS, sorted.get(i).fromMm());
      }
    }
    return new Shelf(id, length, whole ? f.number("noiseGrams", 0, 1000) : 0, sorted);
  }

  private static Lane lane(Fields f, double length, Map<String, Integer> skus) {
    String sku = f.text("sku");
    Integer place = skus.get(sku);
    if (place == null) {
      f.refuse("sku", PlanogramWords.NO_SKU, sku);
    }
    double from = f.number("fromMm", 0, length);
    double to = f.number("toMm", 0, length);
    if (to <= from) {
      f.refuse("toMm", PlanogramWords.MORE_THAN, from, to);
    }
    return new Lane(place == null ? 0 : place, from, to, (int) f.whole("stock", 0, 120));
  }
}
