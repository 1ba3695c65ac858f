package org.facepay.terminal.sale.promotion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The offers that count for one shopper, found by the articles they are of. Immutable; two are
 * equal when they are of the same offers, moment, shopper and coupons.
 */
public final class InForce {
  private final Offers offers;
  private final LocalDateTime at;
  private final Eligibility whose;
  private final Set<String> coupons;
  private final Spent spent;
  private final List<Offer> ofItems;
  private final List<Offer> ofBasket;
  private final List<String> mixed;
  private final Map<String, List<Place>> byCode = new HashMap<>();
  private final List<Place> everywhere = new ArrayList<>();

  /** A part of an offer: both count from 0. */
  record Place(int offer, int part) {}

  /**
   * @param at by the shop's clock, when the session began: no price changes in a shopper's hands
   * @param coupons that were shown
   * @param spent what offers have taken off before
   */
  InForce(Offers offers, LocalDateTime at, Eligibility whose, Set<String> coupons, Spent spent) {
    this.offers = offers;
    this.at = at;
    this.whose = whose;
    this.coupons = Set.copyOf(coupons);
    this.spent = spent;
    List<Offer> counting =
        Stream.concat(Stream.of(Offer.MEMBER_PRICE), offers.offers().stream())
            .filter(this::counts)
            .toList();
    this.ofItems = counting.stream().filter(o -> !o.isOfBasket()).toList();
    this.ofBasket = counting.stream().filter(Offer::isOfBasket).toList();
    this.mixed = List.copyOf(mixed(counting));
    for (int offer = 0; offer < ofItems.size(); offer++) {
      List<Rule.Part> parts = ofItems.get(offer).rule().parts();
      for (int part = 0; part < parts.size(); part++) {
        place(new Place(offer, part), parts.get(part).of());
      }
    }
  }

  private boolean counts(Offer offer) {
    Terms terms = offer.terms();
    return !offers.off().contains(terms.group())
        && (whose == Eligibility.MEMBERS || terms.audience() == Eligibility.EVERYBODY)
        && (terms.coupon().isEmpty() || coupons.contains(terms.coupon()))
        && terms.window().contains(at)
        && left(offer) > 0;
  }

  /** For somebody else. */
  public InForce of(Eligibility other) {
    return other == whose ? this : new InForce(offers, at, other, coupons, spent);
  }

  /** With a coupon that was shown. */
  public InForce with(String coupon) {
    Set<String> more = new TreeSet<>(coupons);
    return more.add(coupon) ? new InForce(offers, at, whose, more, spent) : this;
  }

  /** Whose prices these are. */
  public Eligibility whose() {
    return whose;
  }

  /** The shop's day. */
  LocalDate day() {
    return at.toLocalDate();
  }

  /** What a coupon is here. */
  public Coupon coupon(String code) {
    if (coupons.contains(code)) {
      return Coupon.TAKEN;
    }
    return with(code).offers().stream().anyMatch(o -> o.terms().coupon().equals(code))
        ? Coupon.COUNTS
        : Coupon.NONE;
  }

  /** What a coupon can be. */
  public enum Coupon {
    /** Some offer in force takes it. */
    COUNTS,
    /** It was shown before. */
    TAKEN,
    /** No offer takes it now, or none of this shop. */
    NONE
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InForce that
        && at.equals(that.at)
        && whose == that.whose
        && coupons.equals(that.coupons)
        && spent.equals(that.spent)
        && offers.equals(that.offers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, whose, coupons);
  }

  private void place(Place place, Selection of) {
    if (of.codes().isEmpty()) {
      everywhere.add(place);
    }
    of.codes().forEach(code -> byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(place));
  }

  /** Groups that have offers of articles and of the basket. */
  static Set<String> mixed(List<Offer> offers) {
    Set<String> mixed = groups(offers, false);
    mixed.retainAll(groups(offers, true));
    return mixed;
  }

  private static Set<String> groups(List<Offer> offers, boolean ofBasket) {
    return offers.stream()
        .filter(o -> o.isOfBasket() == ofBasket)
        .map(o -> o.terms().group())
        .filter(group -> !group.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Groups that have offers of articles and of the basket, in their order. */
  List<String> mixed() {
    return mixed;
  }

  Offers.Policy policy() {
    return offers.policy();
  }

  /** All of them. */
  public List<Offer> offers() {
    return Stream.concat(ofItems.stream(), ofBasket.stream()).toList();
  }

  List<Offer> ofItems() {
    return ofItems;
  }

  List<Offer> ofBasket() {
    return ofBasket;
  }

  /** What an offer may still take off this basket. */
  long left(Offer offer) {
    return offer.cap().left(spent.of(offer.id()));
  }

  /** The parts of offers that are of everything. */
  List<Place> everywhere() {
    return everywhere;
  }

  /** The parts of offers that name an article. */
  List<Place> places(String code) {
    return byCode.getOrDefault(code, List.of());
  }
}
