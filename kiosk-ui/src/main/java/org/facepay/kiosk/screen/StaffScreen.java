package org.facepay.kiosk.screen;

import java.util.List;
import java.util.Optional;

/**
 * What a member of staff sees behind the badge. A dark band says who, and when it ends by itself;
 * the shopper's basket stays as it is.
 */
public sealed interface StaffScreen extends Screen {
  Badge badge();

  /**
   * Whose mode it is.
   *
   * @param attendant name on the badge
   * @param seconds without use after which it ends
   */
  record Badge(String attendant, int seconds) {}

  /**
   * What can be done.
   *
   * @param shopper whose basket it is; empty where nobody is shopping
   * @param waiting lines that wait for a look at the shopper
   */
  record Menu(
      Badge badge, List<Tile> tiles, Optional<Shopper> shopper, List<Line> waiting, Done done)
      implements StaffScreen {}

  /** What a basket comes to. */
  record Shopper(int items, String total) {}

  /**
   * One thing that can be done.
   *
   * @param possible whether there is anything to do it to
   * @param due whether it waits to be done
   */
  record Tile(Job job, boolean possible, boolean due) {}

  /** What staff can do. */
  enum Job {
    AGE,
    WEIGHT,
    VOID,
    DISCOUNT,
    REPRINT,
    CASH,
    SUSPEND,
    PAUSE,
    DAY_END,
    PHONE
  }

  /** What has just been done. */
  enum Done {
    NOTHING,
    VOIDED,
    /** The line is back. */
    VOID_UNDONE,
    DISCOUNTED,
    BAGS_ACCEPTED,
    /** From the next shopper on nothing is sold. */
    PAUSES,
    PRINTING,
    PRINTED,
    /** It went to a printer that cannot tell what became of it. */
    SENT,
    NOT_PRINTED
  }

  /**
   * Is the shopper old enough? Both answers have equal weight; one of them settles the whole
   * basket.
   *
   * @param years how old one has to be
   * @param lines what waits
   * @param amount of these lines together
   */
  record AgeCheck(Badge badge, int years, List<Line> lines, String amount) implements StaffScreen {}

  /**
   * A line is taken out, or something is taken off it: first the line, then how much, then why. Of
   * other jobs only why is asked.
   *
   * @param lines of the basket; the chosen one is open; none where it is about no line
   * @param asks what the options answer
   * @param options none before a line is chosen
   */
  record LineTask(Badge badge, Job job, List<Line> lines, Asks asks, List<Option> options)
      implements StaffScreen {}

  /**
   * A phone is paired with the owner of the badge.
   *
   * @param url what its camera is to read; empty while it is asked for, or where none could be had
   * @param certificate fingerprint the phone is to show too; empty where it looks for itself
   * @param answered whether it has been asked for in vain where there is none
   */
  record Phone(Badge badge, String url, String certificate, boolean answered)
      implements StaffScreen {}

  /**
   * A basket is kept for another terminal.
   *
   * @param code what that terminal's scanner reads
   * @param until when it counts no more, HH:mm
   * @param done what became of the slip
   */
  record Suspended(Badge badge, Shopper shopper, String code, String until, Done done)
      implements StaffScreen {}

  /**
   * A machine or a cabinet is filled, lane by lane.
   *
   * @param lanes none while what lies in them is asked for
   * @param troubles what is locked until somebody says that it was looked after
   * @param learns whether a lane can be given another article by scanning it
   * @param refused why what was scanned is not put into a lane
   */
  record Restock(
      Badge badge,
      List<Lane> lanes,
      List<Trouble> troubles,
      boolean learns,
      Optional<NotPlaced> refused)
      implements StaffScreen {}

  /** Why a scanned article is not put into a lane. */
  enum NotPlaced {
    /** It is none of the list of goods. */
    UNKNOWN,
    /** It is sold by weight, or has no price. */
    NOT_BY_PIECE,
    /** Nobody looks at the age of who takes it. */
    NOT_FOR_ALL,
    /** It was called back, or is past its date. */
    NOT_SOLD,
    /** The terminal was started again while pieces were put in. */
    INTERRUPTED
  }

  /**
   * Pieces of a scanned article are put into a lane; the shelves say which.
   *
   * @param article with the pieces that whoever puts them there has counted
   * @param weighing whether the shelves are asked
   * @param found where they lie, to be confirmed
   * @param wrong why the shelves cannot say
   */
  record Placing(
      Badge badge,
      Screen.Article article,
      boolean weighing,
      Optional<Found> found,
      Optional<Misplaced> wrong)
      implements StaffScreen {}

  /**
   * Where pieces lie.
   *
   * @param lane what stands on it
   * @param grams of one piece, e.g. 338.2, where it was weighed for the first time; else empty
   */
  record Found(String lane, String grams) {}

  /** Why shelves cannot say where something was put. */
  enum Misplaced {
    NOTHING_HEAVIER,
    SEVERAL_SHELVES,
    BETWEEN_LANES,
    OTHER_NUMBER,
    NO_SUCH_MASS,
    /** By the count, something else lies there still. */
    OTHER_GOODS,
    /** Hands were on a shelf. */
    NOT_STILL,
    /** A shelf says nothing. */
    SILENT
  }

  /**
   * A lane that is filled.
   *
   * @param id what an intent names, at most 64 characters; it is also what stands on the lane
   * @param article with the pieces that lie in it now
   * @param before pieces that lay in it; empty when nobody knows
   * @param capacity pieces it has room for; 0 when nobody has said
   * @param useBy the last day on which it is sold, if that was said here; else empty
   */
  record Lane(
      String id,
      Screen.Article article,
      Optional<String> before,
      int capacity,
      Filling filling,
      String useBy) {}

  /**
   * The last day on which what was put into a lane is sold is typed: year, month, day.
   *
   * @param lane what stands on it
   * @param article name of what lies in it
   * @param digits typed so far, of six
   * @param wrong whether those before were no day
   */
  record UseBy(Badge badge, String lane, String article, String digits, boolean wrong)
      implements StaffScreen {}

  /** How far a lane is. */
  enum Filling {
    TO_DO,
    /** It is the one that is filled now. */
    HERE,
    DONE,
    SKIPPED
  }

  /** Why a machine, or a part of it, sells nothing until somebody has looked after it. */
  enum Trouble {
    TOO_WARM,
    COLD_UNKNOWN,
    EXPIRED,
    SLOT_OFF
  }

  /** What a member of staff is asked. */
  enum Asks {
    LINE,
    PERCENT,
    REASON
  }

  /**
   * Goods that not everybody may buy, until a member of staff has looked at the shopper.
   *
   * @param name of the article; empty where there are several
   * @param years how old one has to be
   * @param staff what became of the call for them
   */
  record AgeWait(String name, int years, StaffCall staff) {}

  /** One of several answers. */
  record Option(String id, String label) {}

  /**
   * Cash is taken for the basket.
   *
   * @param change to give back; empty while less than the sum was received
   * @param quick what shoppers usually give
   */
  record Cash(
      Badge badge, Shopper shopper, String received, Optional<String> change, List<Option> quick)
      implements StaffScreen {}
}
