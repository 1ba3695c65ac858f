package org.facepay.terminal.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.sale.promotion.Tariff;

/**
 * One shopper at the terminal.
 *
 * @param visit which one
 * @param priced the goods, and what they cost this shopper
 * @param shopper who it is
 * @param look what the camera does for it
 * @param attention what the shopper is asked
 */
public record Session(Visit visit, Priced priced, Shopper shopper, Look look, Attention attention) {

  /**
   * Which session it is.
   *
   * @param id stamp of the event that opened it
   * @param opened when that was
   * @param orders charges begun so far; each has a number of its own
   */
  public record Visit(long id, Instant opened, int orders) {}

  /**
   * What a shopper is asked in passing.
   *
   * @param idle stamp of the idle timer under way
   * @param dialog what is asked above the screen
   * @param bags what the weight in them came to
   * @param staff what they have done about it
   */
  public record Attention(long idle, Dialog dialog, Bags bags, Assistance staff) {
    Attention with(Assistance done) {
      return new Attention(idle, dialog, bags, done);
    }
  }

  /**
   * The bags.
   *
   * @param prompts how often their weight was wrong since staff looked last
   * @param finding what is wrong now, if anything is
   */
  public record Bags(int prompts, Optional<BagFinding> finding) {
    static final Bags RIGHT = new Bags(0, Optional.empty());

    public boolean wrong() {
      return finding.isPresent();
    }

    /** What staff are to look at; empty where nothing is wrong. */
    public String why() {
      return finding.map(BagFinding::name).orElse("");
    }
  }

  /** A question above the screen. */
  public enum Dialog {
    NONE,
    STILL_THERE,
    CONFIRM_CANCEL,
    CONFIRM_WITHDRAW,
    CONFIRM_LEAVE,
    BAG_UNEXPECTED_ITEM,
    BAG_MISSING_ITEM,
    BAG_REMOVED
  }

  /** Somebody has come; the stamp and the time are those of the event that shows it. */
  static Session begun(long stamp, Instant at, Tariff tariff) {
    return new Session(
        new Visit(stamp, at, 0),
        Priced.of(Basket.empty(tariff.currency()), tariff.begun(at)),
        Shopper.STRANGER,
        Look.NONE,
        new Attention(stamp, Dialog.NONE, Bags.RIGHT, Assistance.NONE));
  }

  public long id() {
    return visit.id();
  }

  public Instant opened() {
    return visit.opened();
  }

  public Dialog dialog() {
    return attention.dialog();
  }

  /** What staff have done for this shopper. */
  public Assistance staff() {
    return attention.staff();
  }

  /** The lines that wait until a member of staff has looked at the shopper; newest first. */
  public List<Basket.Line> ages() {
    return basket().above(staff().seen());
  }

  /** The age they wait for. */
  public AgeLimit age() {
    return ages().stream()
        .map(l -> l.product().age())
        .max(Comparator.naturalOrder())
        .orElse(AgeLimit.NONE);
  }

  /** Staff have done something for this shopper. */
  public Session with(Act act) {
    return with(attention.with(staff().with(act)));
  }

  /** Staff have seen that the shopper is so old. */
  public Session seen(AgeLimit age) {
    return with(attention.with(staff().seen(age)));
  }

  /** The goods alone. */
  public Basket basket() {
    return priced.basket();
  }

  /** Who it is, once known. */
  public Optional<Shopper.Member> member() {
    return shopper.member();
  }

  public Session with(Basket changed) {
    return new Session(visit, priced.with(changed), shopper, look, attention);
  }

  /** A coupon was shown. */
  public Session withCoupon(String code) {
    Priced cheaper = priced.at(priced.offers().with(code));
    return new Session(visit, cheaper, shopper, look, attention);
  }

  public Session with(Look changed) {
    return new Session(visit, priced, shopper, changed, attention);
  }

  public Session with(Dialog dialog) {
    return with(new Attention(attention.idle(), dialog, attention.bags(), staff()));
  }

  /** The weight in the bags is wrong, once more. */
  public Session bagsWrong(BagFinding finding) {
    return with(new Bags(attention.bags().prompts() + 1, Optional.of(finding)));
  }

  /** It is right again; that it was wrong before is not forgotten. */
  public Session bagsRight() {
    return with(new Bags(attention.bags().prompts(), Optional.empty()));
  }

  /** Staff have looked. */
  public Session bagsAccepted() {
    return with(Bags.RIGHT);
  }

  private Session with(Bags bags) {
    return with(new Attention(attention.idle(), attention.dialog(), bags, staff()));
  }

  /** A hand, or a scan: what was asked above the screen is asked no more. */
  Session touched(long stamp) {
    return with(new Attention(stamp, Dialog.NONE, attention.bags(), staff()));
  }

  /** Before a charge: its order is the next. */
  public Session nextOrder() {
    Visit next = new Visit(visit.id(), visit.opened(), visit.orders() + 1);
    return new Session(next, priced, shopper, look, attention).with(Dialog.NONE);
  }

  /** A member the camera recognised, at member prices. */
  public Session of(KnownMember who) {
    return as(Shopper.recognised(who));
  }

  /** A member known without a camera, at member prices. */
  public Session of(FoundMember who) {
    return as(Shopper.found(who));
  }

  /** The member is known no more; what the basket costs stays. */
  public Session withoutMember() {
    return as(shopper.forgotten());
  }

  /** It was somebody else: no member, and no member's prices. */
  public Session ofStranger() {
    return as(Shopper.STRANGER);
  }

  private Session as(Shopper who) {
    Priced theirs = priced.at(priced.offers().of(who.eligibility()));
    return new Session(visit, theirs, who, look.done(), attention);
  }

  private Session with(Attention changed) {
    return new Session(visit, priced, shopper, look, changed);
  }
}
