package org.facepay.terminal.technician;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The staff's badges as the console keeps them; what is changed holds at once. */
public interface BadgeDesk {
  /**
   * A badge.
   *
   * @param id names it; no secret, and nobody can make a badge of it
   * @param name of whoever has it
   */
  record Badge(String id, String name) {}

  /** How adding one has ended. */
  enum Added {
    ADDED,
    /** The next badge at the scanner is. */
    AWAITED,
    NO_NAME,
    NO_BADGE,
    /** Somebody has this badge already. */
    TAKEN
  }

  /** All of them, in the order of their file. */
  List<Badge> badges() throws IOException;

  /**
   * Gives somebody a badge whose code was typed.
   *
   * @param by who gives it
   * @throws IOException when it cannot be kept; nothing is changed then
   */
  Added add(String name, String code, String by) throws IOException;

  /** The next badge at the scanner that is nobody's becomes this person's, within two minutes. */
  Added await(String name, String by) throws IOException;

  /** Whose badge is awaited at the scanner now. */
  Optional<String> awaited();

  /**
   * Takes a badge back.
   *
   * @param by who takes it
   * @return whose it was; empty when there was none of that id
   * @throws IOException when that cannot be kept; it counts no more all the same
   */
  Optional<String> revoke(String id, String by) throws IOException;
}
