package org.facepay.terminal.technician;

import java.io.IOException;
import java.time.LocalDate;
import org.facepay.terminal.report.ZReport;

/** The books of a day for the console; the terminal goes on selling. */
public interface BooksDesk {

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
  boolean print(LocalDate day, boolean english) throws IOException;
}
