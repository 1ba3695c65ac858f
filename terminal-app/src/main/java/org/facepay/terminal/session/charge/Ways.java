package org.facepay.terminal.session.charge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.terminal.payment.Order;

/**
 * Ways to pay beside the wallet's code and the face.
 *
 * @param shown names of the providers whose codes the terminal can show
 * @param shownValid how long such a code can be paid
 * @param card name of the provider behind the card terminal beside the screen; empty: none
 * @param instalments where the shop offers them
 */
public record Ways(
    List<String> shown, Duration shownValid, String card, Optional<Instalments> instalments) {
  public static final Ways NONE = new Ways(List.of(), Duration.ZERO, "", Optional.empty());

  public Ways {
    shown = List.copyOf(shown);
  }

  /**
   * Paying in parts.
   *
   * @param provider whose codes can pay in parts
   * @param fromMinor least total it is offered for
   * @param sellerPays whether the shop pays the fee
   * @param plans at most three
   */
  public record Instalments(String provider, long fromMinor, boolean sellerPays, List<Plan> plans) {
    public Instalments {
      plans = List.copyOf(plans);
      if (plans.isEmpty() || plans.size() > 3) {
        throw new IllegalArgumentException("one to three plans, not " + plans.size());
      }
    }

    /** So many parts of a total; empty where they are not offered. */
    public Optional<Parts> parts(int months, long totalMinor) {
      return plans.stream()
          .filter(plan -> plan.months() == months)
          .findFirst()
          .map(plan -> new Parts(months, cost(plan, totalMinor)));
    }

    /** What one part comes to and what all of it costs, in minor units, rounded up. */
    public Cost cost(Plan plan, long totalMinor) {
      long fee = sellerPays ? 0 : Math.ceilDiv(totalMinor * plan.feeBasisPoints(), 10_000);
      return new Cost(Math.ceilDiv(totalMinor + fee, plan.months()), fee);
    }
  }

  /**
   * One way of paying in parts.
   *
   * @param feeBasisPoints of the total, if the shopper pays it
   */
  public record Plan(int months, int feeBasisPoints) {}

  /** Minor units. */
  public record Cost(long each, long fee) {}

  /** An order in parts: how many, and what they cost beside its amount. */
  public record Parts(int months, Cost cost) {}

  /** The parts an order is paid in; empty when it is paid at once. */
  public Optional<Parts> parts(Order order) {
    return instalments.flatMap(i -> i.parts(order.instalments(), order.amount().minor()));
  }

  /** The plans for a total; none when it is too small. */
  public Optional<Instalments> instalments(long totalMinor) {
    return instalments.filter(i -> totalMinor >= i.fromMinor());
  }

  /**
   * Whether so many parts are offered.
   *
   * @param months as the page says it
   */
  public boolean offers(String months) {
    return instalments
        .filter(i -> i.plans().stream().anyMatch(p -> Integer.toString(p.months()).equals(months)))
        .isPresent();
  }

  /** The wallet whose code a method shows, if it may be shown here. */
  public Optional<String> wallet(Method method) {
    String name =
        switch (method) {
          case ALIPAY_QR -> "alipay";
          case WECHAT_QR -> "wechat";
          case PAY_CODE, FACE, WALLET_FACE, CARD, WALLET_QR, STAFF -> "";
        };
    return Optional.of(name).filter(shown::contains);
  }
}
