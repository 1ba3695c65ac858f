package org.facepay.terminal.technician;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.report.ZReport;

/** The books of a day for the console; the terminal goes on selling. */
public interface BooksDesk {

  /** While the terminal cannot be started there are no books to be read. */
  static BooksDesk closed(InstantSource clock) {
    return new BooksDesk() {
      @Override
      public LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
      }

      @Override
      public ZReport day(LocalDate day) throws IOException {
        throw new IOException("the terminal has not been started");
      }

      @Override
      public boolean print(LocalDate day, Language language) throws IOException {
        throw new IOException("the terminal has not been started");
      }
    };
  }

  /** By the shop's calendar. */
  LocalDate today();

  /**
   * What was sold and given back on a day.
   *
   * @throws IOException when the journal cannot be read; the message says why
   */
  ZReport day(LocalDate day) throws IOException;

  /**
   * Prints a day on the receipt printer and waits for it.
   *
   * @return whether the paper is known to be there
   * @throws IOException as {@link #day}
   */
  boolean print(LocalDate day, Language language) throws IOException;
}
