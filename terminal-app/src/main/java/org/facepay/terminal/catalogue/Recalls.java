package org.facepay.terminal.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.files.TextFile;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.Numbering;
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
  public static Recalls read(Path file, Numbering numbering) throws CatalogueException {
    List<Recall> recalls = new ArrayList<>();
    List<Sentence> problems = new ArrayList<>();
    for (TableLine line : TableLine.read(file)) {
      String number = line.cell(0);
      if (!line.fits(3) || !number.matches("[0-9]{3,14}")) {
        String found = TextFile.visible(String.join(" ", line.cells()));
        problems.add(new WrongCell(CatalogueWords.RECALL, found).at(line.number()));
      } else if (!numbering.isNumber(number)) {
        problems.add(new WrongCell(CatalogueWords.RECALLS_NOTHING, number).at(line.number()));
      } else {
        recalls.add(new Recall(fourteen(numbering.normal(number)), line.cell(1), line.cell(2)));
      }
    }
    if (!problems.isEmpty()) {
      Sentence all = Sentence.lines(problems);
      throw new CatalogueException(Sentence.of(CatalogueWords.FILE_LINES, file, all), problems);
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
