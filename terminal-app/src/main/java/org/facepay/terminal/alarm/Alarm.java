package org.facepay.terminal.alarm;

import java.time.Instant;
import org.facepay.terminal.language.Sentence;

/**
 * Something that is wrong and stays wrong until somebody does something about it.
 *
 * @param subject what it is about, e.g. the name of a provider; there is one alarm of a kind for
 *     each
 * @param detail more of it; may be nothing
 * @param since when it was raised first
 */
public record Alarm(Kind kind, String subject, Sentence detail, Instant since) {

  /** What is wrong. */
  public enum Kind {
    /** A second terminal runs from a copy of this disk. */
    TWIN,
    /** An order's number was paid before this terminal asked for the money. */
    NUMBER_USED,
    /** A payment provider refuses the set-up: a wrong key, a missing right. */
    PROVIDER_REFUSES,
    /** Answers come that nobody has signed, or the wrong one. */
    UNVERIFIED_ANSWER,
    /** A refund was taken in and does not reach the shopper. */
    REFUND_IN_TROUBLE,
    /** A refund has been on its way for days. */
    REFUND_LATE,
    /** What was settled has been claimed for a day, and has not been taken. */
    CLAIM_LATE,
    /** A cabinet's door was opened, and nobody was let in. */
    CABINET_OPENED,
    /** Goods in a cabinet have gone, or come, and nobody was let in. */
    CABINET_TAMPERED,
    /** The terminal cannot sell: a disk, a file, a list. */
    NOT_SELLING,
    /** The list of goods cannot be read; those of the last good one are sold. */
    GOODS_LIST,
    /** The list names articles that no scan can bring; the others are sold. */
    GOODS_UNREACHABLE,
    /** A picture or film of the shop's own cannot be played. */
    MEDIA_REFUSED,
    /** The mark beside the journal was lost: whether sales were lost cannot be told. */
    JOURNAL_MARK_LOST,
    /** A slot of the machine has failed too often in a row, and is sold from no more. */
    SLOT_OFF,
    /** Fresh food was too warm for too long, and is not sold. */
    TOO_WARM,
    /** Nobody knows how warm fresh food was for too long; it is not sold. */
    COLD_UNKNOWN,
    /** The machine's door is open, or was and nobody has said since that all is well. */
    DOOR_OPENED,
    /** What fell lies in the output and nobody takes it: nothing more can be paid. */
    OUTPUT_NOT_EMPTIED,
    /** The goods of a slot are past their date, and are not sold. */
    SLOT_EXPIRED,
    /** Few pieces lie in a slot, or none. */
    LOW_STOCK,
    /** A machine's controller asks for another price than the list of goods. */
    WRONG_PRICE,
    /** A machine's controller has let something fall that nobody has paid. */
    VENDED_UNPAID,
    /** Nothing has been sold for longer than is usual. */
    NO_SALES,
    /** The collector does not take events, such as one whose number is somebody else's there. */
    EVENTS_REFUSED,
    /** The system's clock is wrong. */
    CLOCK
  }
}
