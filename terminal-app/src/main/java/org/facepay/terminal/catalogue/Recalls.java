package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.sale.gs1.Gs1Message;

/**
 * Goods that must not be sold: a table of tab-separated text, one recall a line: the article's
 * number (3 to 14 digits), then the batch and the serial number if only those are meant. Lines that
 * begin with # and empty ones are passed over.
 */
public record Recalls(List<Recall> all) {

  /**
   * One line.
   *
   * @param gtin 14 digits
   * @param batch empty: every batch
   * @param serial empty: every piece
   */
  public record Recall(String gtin, String batch, String serial) {
    boolean meets(String article, String itsBatch, String itsSerial) {
      return gtin.equals(article)
          && (batch.isEmpty() || batch.equals(itsBatch))
          && (serial.isEmpty() || serial.equals(itsSerial));
    }
  }

  public Recalls {
    all = List.copyOf(all);
  }

  public static Recalls none() {
    return new Recalls(List.of());
  }

  /**
   * Reads the file.
   *
   * @throws CatalogueException naming every bad line; selling goes on only when it is mended
   */
  public static Recalls read(Path file) throws CatalogueException {
    List<Recall> recalls = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String[] c = lines.get(i).split("\t", -1);
        if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
          continue;
        }
        if (c.length > 3 || !c[0].matches("[0-9]{3,14}")) {
          problems.add("line " + (i + 1) + ": expected number, batch, serial separated by tabs");
        } else {
          recalls.add(
              new Recall(fourteen(c[0]), c.length > 1 ? c[1] : "", c.length > 2 ? c[2] : ""));
        }
      }
    } catch (IOException e) {
      throw new CatalogueException(file + " cannot be read as UTF-8 text: " + e, e);
    }
    if (!problems.isEmpty()) {
      throw new CatalogueException(file + ":\n  " + String.join("\n  ", problems));
    }
    return new Recalls(recalls);
  }

  /** Whether this very piece, or all of its kind, are called back. */
  public boolean calledBack(String code, Optional<Gs1Message> message) {
    String batch = message.flatMap(Gs1Message::batch).orElse("");
    String serial = message.flatMap(Gs1Message::serial).orElse("");
    return all.stream().anyMatch(r -> r.meets(fourteen(code), batch, serial));
  }

  private static String fourteen(String digits) {
    return "0".repeat(Math.max(0, 14 - digits.length())) + digits;
  }
}
