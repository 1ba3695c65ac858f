package org.facepay.terminal.technician;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.facepay.sync.uplink.Trouble;
import org.facepay.terminal.files.Build;
import org.facepay.terminal.language.Sentence;

/** What the console tells of the terminal beside its devices, and does to it. */
public interface StateDesk {
  /**
   * How the terminal is.
   *
   * @param collector how uploading is
   * @param providers who takes money, those of cards too
   * @param machine what it runs on
   */
  record State(Collector collector, List<Provider> providers, Machine machine) {
    public State {
      providers = List.copyOf(providers);
    }
  }

  /**
   * Uploading to the collector.
   *
   * @param trouble of the last try that failed; empty while it works
   * @param waiting rows that are still to be stored there
   * @param refused rows that it does not take as they are
   */
  record Collector(boolean online, Optional<Trouble> trouble, long waiting, long refused) {}

  /**
   * One that takes money.
   *
   * @param reached whether it could be when it was asked last; empty before that
   */
  record Provider(String name, Optional<Boolean> reached) {}

  /**
   * The program and its disk.
   *
   * @param addresses by which it is in a network; none where no cable and no radio carries any
   * @param clockAhead of the collector's clock; empty before it has told its own
   */
  record Machine(
      Build build,
      Instant started,
      long freeBytes,
      List<String> addresses,
      Optional<Duration> clockAhead,
      Path data) {
    public Machine {
      addresses = List.copyOf(addresses);
    }
  }

  /** How it is now. */
  State state();

  /** The last lines of the log, the oldest first. */
  List<String> log();

  /** Reads the lists of goods without selling by them: how many there are, or what is wrong. */
  Goods goods();

  /**
   * What reading the lists came to.
   *
   * @param articles that can be sold
   * @param problems a line each
   */
  record Goods(int articles, List<Sentence> problems) {}

  /** Lets rows that the collector refused wait for it again; how many, or empty when none can. */
  OptionalInt bringBack();

  /** Sets the empty scale to zero soon; whether the till has one. */
  boolean zeroScale();

  /** Somebody has serviced the slots, and all are sold from again; whether there are any. */
  boolean slotsServiced();

  /** Ends the program, for whoever runs it to start it again; false where nobody would. */
  boolean restart();
}
