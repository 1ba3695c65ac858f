package org.facepay.terminal.container;

import java.time.Duration;
import java.util.Map;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.hold.Holds;

/** A container of a shop with members whose wallet promises 50.00. */
final class ContainerFixture {
  static final Rules RULES =
      new Rules(
          Fixture.RULES.numbers(),
          Fixture.RULES.payments(),
          new Holds(
              Map.of(
                  "alipay",
                  new HoldFlow(
                      Fixture.RULES.payments().of("alipay").times(),
                      Duration.ofHours(2),
                      Rest.RELEASED)),
              Duration.ofSeconds(30)),
          Fixture.RULES.members(),
          Fixture.RULES.times(),
          new Rules.Limits(
              Money.of(WalkingMoney.MOST, "CNY"),
              Duration.ofSeconds(15),
              Duration.ofSeconds(60),
              "alipay",
              Duration.ofMinutes(2),
              7));

  private ContainerFixture() {}
}
