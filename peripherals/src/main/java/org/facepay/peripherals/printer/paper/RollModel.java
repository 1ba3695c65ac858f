package org.facepay.peripherals.printer.paper;

/**
 * How the simulated printer's mechanism differs from another's.
 *
 * @param widthDots dots across the paper
 * @param cutterDots from the print head to the cutter
 * @param cuts what its cutter does; without one the paper is one piece
 * @param smallPitch dots from row to row of the 8-dot {@code ESC *} modes; 3 on 203 dpi Epsons
 * @param feedsByDots whether {@code ESC J} moves the paper
 * @param movesBack whether {@code ESC $} and {@code ESC \} move left of what the line holds already
 * @param feedsAfterPicture whether a line feed right behind a picture moves the paper
 */
public record RollModel(
    int widthDots,
    int cutterDots,
    Cuts cuts,
    int smallPitch,
    boolean feedsByDots,
    boolean movesBack,
    boolean feedsAfterPicture) {
  /** The cuts a printer makes; the others it feeds for at most. */
  public enum Cuts {
    NONE,
    FULL,
    ALL
  }

  /** 80 mm paper with a cutter, all commands as in the manual. */
  public static final RollModel USUAL = new RollModel(576, 64, Cuts.ALL, 3, true, true, true);

  /** 58 mm paper, torn off by hand. */
  public static final RollModel NARROW = new RollModel(384, 0, Cuts.NONE, 3, true, true, true);
}
