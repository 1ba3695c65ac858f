package org.facepay.kiosk.screen;

import java.util.List;
import java.util.Optional;

/**
 * What the shopper sees, one record per screen, with every amount and name already formatted in the
 * display's language. An amount is figures only ("92.18"); the page adds the currency mark.
 */
public sealed interface Screen
    permits Screen.Attract,
        Screen.Basket,
        Screen.Boot,
        Screen.Closed,
        Screen.Declined,
        Screen.PayChoice,
        Screen.Playing,
        Screen.PresentCode,
        Screen.Processing,
        Screen.Success,
        Screen.Unknown,
        ContainerScreen,
        FaceScreen,
        MemberScreen,
        PaymentScreen,
        StaffScreen,
        VendingScreen,
        WeighScreen {

  /**
   * The program is starting; shown by the page itself, too, whenever it has lost its connection.
   */
  record Boot() implements Screen {}

  /**
   * Nobody is shopping. A scan opens a session.
   *
   * @param scanner whether one can scan; else a session begins with the button
   * @param only the ways to pay that work now, where not all do; empty where all do
   */
  record Attract(List<Offer> offers, boolean scanner, List<Method> only) implements Screen {}

  /**
   * Nobody is there, and something of the shop's own plays until somebody touches the glass.
   *
   * @param item name of its file, at most 64 characters
   * @param address of the file on the page's server
   */
  record Playing(String item, MediaKind kind, String address) implements Screen {}

  /** What can play. */
  enum MediaKind {
    PICTURE,
    VIDEO
  }

  /**
   * The basket, newest line first.
   *
   * @param member who is shopping; empty where the shop has no members
   * @param produce whether the shop has goods without a barcode
   * @param age what waits for a member of staff; paying waits with it, scanning does not
   */
  record Basket(
      List<Line> lines,
      Totals totals,
      Optional<Notice> notice,
      Optional<MemberTag> member,
      boolean editing,
      boolean produce,
      Optional<StaffScreen.AgeWait> age)
      implements Screen {

    /** Where nothing waits for staff. */
    public Basket(
        List<Line> lines,
        Totals totals,
        Optional<Notice> notice,
        Optional<MemberTag> member,
        boolean editing,
        boolean produce) {
      this(lines, totals, notice, member, editing, produce, Optional.empty());
    }

    /** Of a shop where everything has a barcode. */
    public Basket(
        List<Line> lines,
        Totals totals,
        Optional<Notice> notice,
        Optional<MemberTag> member,
        boolean editing) {
      this(lines, totals, notice, member, editing, false);
    }
  }

  /**
   * How to pay; every way has equal weight.
   *
   * @param outOfReach those of the methods that cannot be reached now
   */
  record PayChoice(
      List<Line> lines,
      Totals totals,
      List<Method> methods,
      List<Method> outOfReach,
      PaymentScreen.Wallets wallets)
      implements Screen {}

  /**
   * The shopper holds a wallet's pay code to the scanner.
   *
   * @param partsWith the wallet whose code can also pay in parts; empty where none can, or one is
   *     about to
   * @param parts what was chosen
   * @param beside what members can do here as well
   */
  record PresentCode(
      Totals totals,
      Optional<Notice> notice,
      Optional<String> partsWith,
      Optional<PaymentScreen.Parts> parts,
      Beside beside)
      implements Screen {

    /** All at once, by a wallet's code only. */
    public PresentCode(Totals totals, Optional<Notice> notice) {
      this(totals, notice, Optional.empty(), Optional.empty(), Beside.NOTHING);
    }
  }

  /**
   * What members can do where a wallet's code is awaited.
   *
   * @param face whether they can pay by face
   * @param code whether their own code can be shown
   */
  record Beside(boolean face, boolean code) {
    public static final Beside NOTHING = new Beside(false, false);
  }

  /**
   * A payment is being made; nothing can be pressed that claims to stop it.
   *
   * @param confirmOnPhone the wallet waits for the shopper to confirm on the phone
   */
  record Processing(String amount, boolean confirmOnPhone) implements Screen {}

  /** The payment has truly ended without money. */
  record Declined(String amount, int items, DeclineReason reason) implements Screen {}

  /**
   * Nobody knows yet whether money moved.
   *
   * @param reference what staff need to find the payment, in groups for reading aloud
   * @param staff what became of the call for them
   * @param referencePrinted whether the slip with the reference was printed and its status read
   *     afterwards
   */
  record Unknown(String reference, String amount, StaffCall staff, boolean referencePrinted)
      implements Screen {}

  /**
   * Paid.
   *
   * @param saved empty when nothing was saved
   * @param receiptUrl what the e-receipt's QR code holds
   * @param seconds until the screen ends by itself, counted from when {@code clock} is new
   * @param clock another number for each time the seconds start anew
   */
  record Success(
      String amount,
      Optional<String> saved,
      String receiptUrl,
      Paper paper,
      int seconds,
      long clock)
      implements Screen {}

  /**
   * The terminal does not sell now.
   *
   * @param opens when it does again, where it is closed by the clock
   */
  record Closed(ClosedReason reason, Optional<OpensAgain> opens) implements Screen {

    /** Until somebody has done something about it. */
    public Closed(ClosedReason reason) {
      this(reason, Optional.empty());
    }
  }

  /** What became of the last call for staff. */
  enum StaffCall {
    /** Nobody was called, or nobody is known to have heard it. */
    NOT_REACHED,
    /** It is on the staff's list; nobody has answered it yet. */
    RECEIVED,
    /** A member of staff has said that they come. */
    COMING
  }

  /** Why the terminal does not sell. */
  enum ClosedReason {
    OPENING_HOURS,
    STORAGE_FULL,
    STORAGE_DAMAGED,
    /** The disk, or its files, may not be written. */
    STORAGE_READ_ONLY,
    /** Another program holds the files. */
    STORAGE_LOCKED,
    /** There is no list of goods that can be used. */
    NO_GOODS,
    /** A file or key the terminal needs cannot be used. */
    SET_UP,
    STAFF,
    /** The door of the machine is open. */
    DOOR_OPEN,
    /** It was opened, and nobody has said since that all is well. */
    NOT_SERVICED,
    /** What lets goods fall does not answer. */
    DISPENSER_AWAY
  }

  /** What a shopper can be told about a payment that ended without money. */
  enum DeclineReason {
    BANK_REFUSED,
    BALANCE_TOO_LOW,
    CODE_EXPIRED,
    CODE_NOT_ACCEPTED,
    NOT_CONFIRMED_IN_TIME,
    CANCELLED_BY_SHOPPER,
    NETWORK_DOWN,
    /** Above what the shopper, the card or the wallet may pay at once or in a day. */
    LIMIT_REACHED,
    WRONG_PIN,
    CARD_NOT_ACCEPTED,
    ACCOUNT_CLOSED,
    /** It was begun, did not come to its end and has been taken back. */
    NOT_COMPLETED
  }

  /** What has become of the paper receipt. */
  enum Paper {
    /** Not asked for. */
    NONE,
    /** On its way to the printer. */
    PRINTING,
    /** Printed, and the printer's status read afterwards says so. */
    PRINTED,
    /** Went whole to a printer that cannot tell what became of it. */
    SENT,
    /** Not known to be printed; the e-receipt is offered instead. */
    NOT_PRINTED
  }

  /**
   * Pieces of one article.
   *
   * @param picture name of a product picture of the sprite, without its prefix
   */
  record Article(String picture, String name, int pieces) {}

  /** A special offer of the day on the attract screen. */
  record Offer(String picture, String name, String title, String amount) {}

  /**
   * One line of the basket.
   *
   * @param id what an intent names
   * @param picture name of a product picture of the sprite, without its prefix
   * @param note size or unit price, e.g. "500 ml", "¥7.96/kg"
   * @param quantity e.g. "×2" or "0.486 kg"
   * @param count pieces, 0 for goods sold by weight (no stepper then)
   * @param was the price before a reduction
   * @param offer why it is reduced
   * @param open the line the shopper is working on
   * @param justScanned whether the open line is open because it was scanned a moment ago
   * @param age how old one has to be, while a member of staff has not looked; 0 where nothing waits
   */
  record Line(
      String id,
      String picture,
      String name,
      String note,
      String quantity,
      int count,
      String price,
      Optional<String> was,
      Optional<String> offer,
      boolean open,
      boolean justScanned,
      int age) {

    /** One that waits for nobody. */
    public Line(
        String id,
        String picture,
        String name,
        String note,
        String quantity,
        int count,
        String price,
        Optional<String> was,
        Optional<String> offer,
        boolean open,
        boolean justScanned) {
      this(id, picture, name, note, quantity, count, price, was, offer, open, justScanned, 0);
    }
  }

  /**
   * The sum of the lines.
   *
   * @param gross the sum before reductions
   * @param total to pay
   * @param taxes inclusive tax per rate
   */
  record Totals(
      int items,
      String gross,
      String total,
      Optional<String> saved,
      List<Reduction> reductions,
      List<Tax> taxes) {}

  /** A reduction of the total, e.g. Member price 2.90. */
  record Reduction(String label, String amount) {}

  /** Inclusive tax of one rate, e.g. 13 % 10.60. */
  record Tax(String rate, String amount) {}

  /** A way to pay. */
  enum Method {
    PAY_CODE,
    /** The shop's own recognition, and then the member's own account; no wallet's face pay. */
    FACE,
    /** A wallet's face pay by its certified camera. */
    WALLET_FACE,
    /** By the card terminal beside the screen. */
    CARD,
    /** The terminal shows a code and the shopper's phone scans it. */
    WALLET_QR,
    /** That code is one of Alipay's. */
    ALIPAY_QR,
    /** That code is one of WeChat's. */
    WECHAT_QR,
    STAFF
  }

  /** What the shopper should do before the camera. */
  enum Guidance {
    /** The camera is being opened. */
    STARTING,
    /** Nothing; the face is being looked at. */
    LOOKING,
    COME_CLOSER,
    MOVE_BACK,
    MOVE_TO_CENTRE,
    MORE_LIGHT,
    LESS_LIGHT,
    LOOK_HERE,
    HOLD_STILL,
    ONE_FACE_ONLY,
    /** Close and open the eyes. */
    BLINK,
    /** To the shopper's own left. */
    TURN_LEFT,
    /** To the shopper's own right. */
    TURN_RIGHT
  }

  /**
   * Who is shopping.
   *
   * @param name masked, empty unless known
   * @param guidance while the camera looks
   */
  record MemberTag(MemberState state, String name, Guidance guidance) {}

  /** How much is known of who is shopping. */
  enum MemberState {
    /** Nobody; the camera is off. */
    NONE,
    /** The camera is on while goods are scanned. */
    LOOKING,
    /** A member; the camera is off. */
    KNOWN
  }

  /**
   * One sentence about what just happened, beside the basket or on the present-code screen.
   *
   * @param detail e.g. the digits of the unknown barcode; may be empty
   */
  record Notice(NoticeKind kind, String detail) {}
}
