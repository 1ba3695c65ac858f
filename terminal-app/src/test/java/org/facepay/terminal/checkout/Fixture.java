package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Limits;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Accounts;
import org.facepay.terminal.session.member.Faces;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.jspecify.annotations.Nullable;

/** A checkout whose events are given one by one, with the effects of the last. */
public final class Fixture {
  private static final PaymentFlow FLOW =
      new PaymentFlow(
          new PaymentFlow.Times(
              Duration.ofSeconds(5),
              Duration.ofSeconds(3),
              Duration.ofSeconds(60),
              Duration.ofSeconds(15),
              Duration.ofMillis(500),
              Duration.ofSeconds(10)));

  /** Above 50.00 a face alone does not pay. */
  public static final Rules RULES =
      new Rules(
          new Numbers("K3", "7F3K", "晴里便利"),
          new Rules.Goods(Currency.getInstance("CNY"), new Limits(30, 100_000, 20), false),
          new PaymentFlows(
              Map.of(
                  "alipay",
                  FLOW,
                  "wechat",
                  FLOW,
                  "balance",
                  FLOW,
                  "card",
                  FLOW,
                  "agreement",
                  FLOW)),
          new Times(
              Duration.ofSeconds(40),
              Duration.ofSeconds(20),
              Duration.ofSeconds(8),
              Duration.ofSeconds(20),
              Duration.ofSeconds(10)),
          new Members(
              new Accounts("balance", "agreement"),
              new Faces(true, 5_000, Duration.ofSeconds(20), "alipay"),
              true),
          new Ways(
              List.of("alipay", "wechat"),
              Duration.ofMinutes(2),
              "card",
              Optional.of(
                  new Ways.Instalments(
                      "alipay",
                      30_000,
                      false,
                      List.of(new Ways.Plan(3, 230), new Ways.Plan(6, 450))))),
          new AssistanceSettings(Duration.ofSeconds(60), 30, Optional.of(Path.of("shop.key"))));

  public static final Product TEA =
      product("6900123400074", 500, 500, 470, Product.Unit.PIECE, 1300);
  public static final Product MILK =
      product("6900123400142", 1490, 1680, 1490, Product.Unit.PIECE, 900);
  public static final Product BEER =
      new Product(
          "6900123400999",
          new Product.Text("啤酒", "330 ml"),
          new Product.Text("Beer", "330 ml"),
          850,
          850,
          850,
          Product.Unit.PIECE,
          new TaxRate(1300),
          "beer",
          new AgeLimit(18));
  public static final Product APPLES =
      product("2100001", 1190, 1190, 1190, Product.Unit.KILOGRAM, 900);

  private final Frame<Stage> frame;
  private State<Stage> state = State.start();
  private List<Effect> effects = List.of();
  private long stamp;
  private Instant now = Instant.parse("2026-11-22T06:32:00Z");

  public Fixture() {
    this(RULES);
  }

  public Fixture(Rules rules) {
    this.frame = rules.frame();
  }

  static Product product(
      String code, long price, long regular, long member, Product.Unit unit, int tax) {
    return new Product(
        code,
        new Product.Text("茶" + code, "500 ml"),
        new Product.Text("Tea " + code, "500 ml"),
        price,
        regular,
        member,
        unit,
        new TaxRate(tax),
        "tea");
  }

  /** Steps with an event a second later. */
  public Fixture on(Event event) {
    now = now.plusSeconds(1);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(++stamp, now, event));
    state = step.next();
    effects = step.effects();
    return this;
  }

  public Fixture scan(Product product) {
    return on(new Read.ItemScanned(product, new Quantity.Pieces(1)));
  }

  public Fixture later(Duration time) {
    now = now.plus(time);
    return this;
  }

  public State<Stage> state() {
    return state;
  }

  /** How far the session has come, down to what a part of it says; the state where none is open. */
  public Object stage() {
    return stage(state);
  }

  static Object stage(State<Stage> state) {
    if (!(state instanceof State.Open<Stage> open)) {
      return state;
    }
    return switch (open.stage()) {
      case Stage.Meets(Meeting meeting) -> meeting;
      case Stage.Returning(Refund refund) -> refund;
      case Stage.Paying(Charge charge) when charge.handing().isPresent() -> charge.handing().get();
      default -> open.stage();
    };
  }

  public <T> T at(Class<T> stage) {
    return assertInstanceOf(stage, stage());
  }

  public Session session() {
    return state.openSession().orElseThrow();
  }

  /** Of the charge under way. */
  public Payment payment() {
    return at(Stage.Paying.class).charge().payment();
  }

  /** What the shopper is told; null for nothing. */
  public @Nullable NoticeKind told() {
    Optional<Screen.Notice> notice =
        switch (stage()) {
          case Stage.Shopping shopping -> shopping.notice();
          case Stage.Presenting presenting -> presenting.notice();
          case Refund.Asking asking -> asking.notice();
          default -> Optional.empty();
        };
    return notice.map(Screen.Notice::kind).orElse(null);
  }

  public List<Effect> effects() {
    return effects;
  }

  public <T extends Effect> List<T> effects(Class<T> type) {
    List<T> found = new ArrayList<>();
    effects.stream().filter(type::isInstance).map(type::cast).forEach(found::add);
    return found;
  }

  public long stamp() {
    return stamp;
  }
}
