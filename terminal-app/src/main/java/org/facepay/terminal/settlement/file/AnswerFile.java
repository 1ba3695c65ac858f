package org.facepay.terminal.settlement.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Settlement.Decision;
import org.facepay.terminal.settlement.planogram.Planogram;

/** The answer to one session, and the truth about it, as JSON. */
public final class AnswerFile {
  private AnswerFile() {}

  /**
   * An answer as it was read.
   *
   * @param basket units of every article, by place in the planogram
   */
  public record Answer(int[] basket, double confidence, boolean charged, long chargeMinor) {}

  /** Writes an answer. */
  public static void write(Path file, Settlement settlement, Planogram planogram)
      throws IOException {
    ObjectNode root = PlanogramFile.JSON.createObjectNode();
    ArrayNode lines = root.putArray("lines");
    for (Settlement.Line line : settlement.lines()) {
      lines
          .addObject()
          .put("sku", planogram.skus().get(line.sku()).id())
          .put("quantity", line.quantity())
          .put("confidence", rounded(line.confidence()));
    }
    root.put("confidence", rounded(settlement.confidence()));
    root.put("decision", settlement.decision().name().toLowerCase(Locale.ROOT));
    root.put("chargeMinor", settlement.charge().minor());
    Files.writeString(file, root + "\n");
  }

  /** Writes the answer to a session that says nothing: somebody has to look. */
  public static void writeUnread(Path file, String reason) throws IOException {
    ObjectNode root = PlanogramFile.JSON.createObjectNode();
    root.putArray("lines");
    root.put("confidence", 0).put("decision", "review").put("chargeMinor", 0);
    root.putArray("events").add(reason);
    Files.writeString(file, root + "\n");
  }

  /** Writes what was carried away. */
  public static void writeTruth(Path file, int[] basket, List<String> story, Planogram planogram)
      throws IOException {
    ObjectNode root = PlanogramFile.JSON.createObjectNode();
    ArrayNode lines = root.putArray("lines");
    for (int sku = 0; sku < basket.length; sku++) {
      if (basket[sku] > 0) {
        lines.addObject().put("sku", planogram.skus().get(sku).id()).put("quantity", basket[sku]);
      }
    }
    ArrayNode events = root.putArray("events");
    story.forEach(events::add);
    Files.writeString(file, root + "\n");
  }

  /** Reads what was carried away. */
  public static int[] readTruth(Path file, Planogram planogram) throws IOException {
    JsonNode root = PlanogramFile.JSON.readTree(Files.readAllBytes(file));
    return basket(root.path("lines"), planogram)
        .orElseThrow(() -> new IOException(file + ": no truth: lines of the planogram's goods"));
  }

  /** Reads an answer; nothing if it is malformed. */
  public static Optional<Answer> read(Path file, Planogram planogram) throws IOException {
    JsonNode root;
    try {
      root = PlanogramFile.JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    Optional<int[]> basket = basket(root.path("lines"), planogram);
    JsonNode confidence = root.path("confidence");
    JsonNode charge = root.path("chargeMinor");
    List<String> decisions = new ArrayList<>();
    for (Decision d : Decision.values()) {
      decisions.add(d.name().toLowerCase(Locale.ROOT));
    }
    String decision = root.path("decision").asText();
    if (basket.isEmpty()
        || !(confidence.isNumber() && confidence.asDouble() >= 0 && confidence.asDouble() <= 1)
        || !(charge.isIntegralNumber() && charge.canConvertToLong() && charge.asLong() >= 0)
        || !decisions.contains(decision)) {
      return Optional.empty();
    }
    boolean charged = decision.equals("charge");
    if (charged && charge.asLong() != amount(basket.get(), planogram)) {
      return Optional.empty();
    }
    return Optional.of(new Answer(basket.get(), confidence.asDouble(), charged, charge.asLong()));
  }

  /**
   * The lines of an answer, for people.
   *
   * @param confidence probability that they are exactly what was carried away
   */
  public record Lines(List<Settlement.Line> lines, double confidence) {}

  /**
   * Reads the lines of an answer; those that name no article of the planogram are left out.
   *
   * @throws IOException when it is no JSON or cannot be read
   */
  public static Lines readLines(Path file, Planogram planogram) throws IOException {
    JsonNode root = PlanogramFile.JSON.readTree(Files.readAllBytes(file));
    List<Settlement.Line> lines = new ArrayList<>();
    for (JsonNode line : root.path("lines")) {
      int place = place(line.path("sku").asText(), planogram);
      if (place >= 0) {
        lines.add(
            new Settlement.Line(
                place, line.path("quantity").asInt(), line.path("confidence").asDouble()));
      }
    }
    return new Lines(lines, root.path("confidence").asDouble());
  }

  /** What a basket costs, in minor units. */
  public static long amount(int[] basket, Planogram planogram) {
    long sum = 0;
    for (int sku = 0; sku < basket.length; sku++) {
      sum += basket[sku] * planogram.skus().get(sku).priceMinor();
    }
    return sum;
  }

  private static Optional<int[]> basket(JsonNode lines, Planogram planogram) {
    if (!lines.isArray()) {
      return Optional.empty();
    }
    int[] basket = new int[planogram.skus().size()];
    for (JsonNode line : lines) {
      int place = place(line.path("sku").asText(), planogram);
      JsonNode quantity = line.path("quantity");
      if (place < 0
          || basket[place] > 0
          || !quantity.isIntegralNumber()
          || !quantity.canConvertToInt()
          || quantity.asInt() < 1) {
        return Optional.empty();
      }
      basket[place] = quantity.asInt();
    }
    return Optional.of(basket);
  }

  private static int place(String sku, Planogram planogram) {
    for (int i = 0; i < planogram.skus().size(); i++) {
      if (planogram.skus().get(i).id().equals(sku)) {
        return i;
      }
    }
    return -1;
  }

  private static double rounded(double probability) {
    return Math.rint(probability * 1e6) / 1e6;
  }
}
