package org.facepay.terminal.provider.alipay;

import static org.facepay.terminal.provider.alipay.FixedGateway.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.payment.hold.HoldProvider.Part;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies that look like a hold, a capture or a release of ours and are not. */
class AlipayHoldsTrapsTest {
  private static final String FREEZE = "alipay.fund.auth.order.freeze";
  private static final String QUERY = "alipay.fund.auth.operation.detail.query";
  private static final String UNFREEZE = "alipay.fund.auth.order.unfreeze";
  private static final Order ORDER = new Order("H1_1", Money.of(5_000, "CNY"), "店");
  private static final PayCode CODE = new PayCode("280000000000000000");
  private static final Part PART = new Part("A1", Money.of(1_290, "CNY"));
  private static final String HELD =
      "{\"code\":\"10000\",\"auth_no\":\"A1\",\"out_order_no\":\"H1_1\",\"out_request_no\":\"H1_1\",\"amount\":\"50.00\",\"status\":\"SUCCESS\"}";

  private FixedGateway gateway;
  private AlipayHolds holds;

  @BeforeEach
  void start() throws Exception {
    gateway = new FixedGateway();
    holds =
        new AlipayHolds(
            FixedGateway.settings(gateway.uri(), Duration.ofSeconds(5)), InstantSource.system());
  }

  @AfterEach
  void stop() {
    holds.close();
    gateway.close();
  }

  private HoldOutcome hold(String node) {
    gateway.says(200, signed(FREEZE, node));
    return holds.hold(ORDER, CODE);
  }

  private HoldOutcome query(String node) {
    gateway.says(200, signed(QUERY, node));
    return holds.query(ORDER);
  }

  private static void unknown(HoldOutcome outcome) {
    assertTrue(outcome instanceof HoldOutcome.Unknown, outcome::toString);
  }

  @Test
  void onlyTheWholeSignedReplyToThisHoldIsHeld() {
    assertEquals(new HoldOutcome.Held("A1", ""), hold(HELD));
    for (String node :
        List.of(
            HELD.replace("H1_1", "H1_2"),
            HELD.replace("50.00", "5.00"),
            HELD.replace("\"auth_no\":\"A1\",", ""),
            HELD.replace("SUCCESS", "CLOSED"),
            HELD.replace("\"out_order_no\":\"H1_1\",", ""),
            HELD.replace("10000", "20000"))) {
      unknown(hold(node));
    }
    assertEquals(new HoldOutcome.Pending(), hold(HELD.replace("SUCCESS", "INIT")));
    assertEquals(new HoldOutcome.Pending(), hold(HELD.replace("10000", "10003")));
    gateway.says(200, signed(FREEZE, HELD, Keys.FORGER));
    unknown(holds.hold(ORDER, CODE));
    gateway.says(200, signed(QUERY, HELD));
    unknown(holds.hold(ORDER, CODE)); // another method's reply
    gateway.says(502, signed(FREEZE, HELD));
    unknown(holds.hold(ORDER, CODE));
    assertEquals(
        new HoldOutcome.Declined(DeclineReason.BALANCE_TOO_LOW, "BUYER_BALANCE_NOT_ENOUGH"),
        hold(
            "{\"code\":\"40004\",\"sub_code\":\"BUYER_BALANCE_NOT_ENOUGH\",\"out_order_no\":\"H1_1\"}"));
    unknown(hold("{\"code\":\"40004\",\"sub_code\":\"SYSTEM_ERROR\"}"));
    unknown(hold("{\"code\":\"40004\"}"));
    assertThrows(IllegalArgumentException.class, () -> holds.hold(ORDER, new MemberAccount("M1")));
  }

  /** The refusal of somebody else's hold fits any order that it does not name. */
  @Test
  void aRefusalThatNamesNoOrderIsConfirmedByAQuery() {
    String held = HELD.replace("}", ",\"order_status\":\"AUTHORIZED\",\"rest_amount\":\"50.00\"}");
    for (String node :
        List.of(
            "{\"code\":\"40004\",\"sub_code\":\"BUYER_BALANCE_NOT_ENOUGH\"}",
            "{\"code\":\"40002\",\"sub_code\":\"isv.invalid-signature\"}")) {
      assertEquals(new HoldOutcome.Held("A1", ""), refusedThen(node, held));
      assertTrue(
          refusedThen(node, "{\"code\":\"40004\",\"sub_code\":\"AUTH_ORDER_NOT_EXIST\"}")
              instanceof HoldOutcome.Declined);
      unknown(refusedThen(node, "{\"code\":\"20000\"}"));
      String gate = "{\"code\":\"40002\",\"sub_code\":\"isv.invalid-signature\"}";
      assertEquals(
          node.equals(gate),
          refusedThen(node, gate) instanceof HoldOutcome.Declined,
          "as it refuses us");
    }
  }

  private HoldOutcome refusedThen(String node, String query) {
    gateway.says(200, signed(FREEZE, node)).then(signed(QUERY, query));
    return holds.hold(ORDER, CODE);
  }

  @Test
  void queriesAreReadByTheBook() {
    String whole = HELD.replace("}", ",\"order_status\":\"%s\",\"rest_amount\":\"%s\"}");
    assertEquals(new HoldOutcome.Held("A1", ""), query(whole.formatted("AUTHORIZED", "50.00")));
    assertEquals(new HoldOutcome.Pending(), query(whole.formatted("INIT", "0.00")));
    assertEquals(new HoldOutcome.Released(), query(whole.formatted("CLOSED", "0.00")));
    assertEquals(new HoldOutcome.Released(), query(whole.formatted("FINISH", "0.00")));
    unknown(query(whole.formatted("", "").replace("SUCCESS", "?")));
    unknown(query(whole.formatted("AUTHORIZED", "50.00").replace("H1_1", "H1_2")));
    assertEquals(
        new HoldOutcome.NotFound(),
        query("{\"code\":\"40004\",\"sub_code\":\"AUTH_ORDER_NOT_EXIST\"}"));
    unknown(query("{\"code\":\"40004\",\"sub_code\":\"SYSTEM_ERROR\"}"));
    // Something was paid, but the trade cannot be asked about: nothing is certain.
    unknown(
        query(
            whole
                .formatted("FINISH", "0.00")
                .replace("\"rest", "\"total_pay_amount\":\"12.90\",\"rest")));
  }

  @Test
  void capturesAndReleasesAreOfThisNumberAndAmount() {
    String paid =
        "{\"code\":\"10000\",\"out_trade_no\":\"H1_1\",\"trade_no\":\"T\",\"total_amount\":\"12.90\"}";
    gateway.says(200, signed("alipay.trade.pay", paid));
    assertEquals(
        new HoldOutcome.Captured("T", 1_290, 0), holds.capture(ORDER, PART, Rest.RELEASED));
    assertEquals(
        new HoldOutcome.Captured("T", 1_290, 3_710), holds.capture(ORDER, PART, Rest.KEPT));
    for (String node :
        List.of(
            paid.replace("12.90", "12.91"),
            paid.replace("H1_1", "H1_2"),
            paid.replace("\"out_trade_no\":\"H1_1\",", ""))) {
      gateway.says(200, signed("alipay.trade.pay", node));
      unknown(holds.capture(ORDER, PART, Rest.RELEASED));
    }
    String gone =
        "{\"code\":\"10000\",\"auth_no\":\"A1\",\"out_order_no\":\"H1_1\",\"out_request_no\":\"H1_1R\",\"amount\":\"12.90\",\"status\":\"SUCCESS\"}";
    gateway.says(200, signed(UNFREEZE, gone));
    assertEquals(new HoldOutcome.Released(), holds.release(ORDER, PART));
    for (String node :
        List.of(
            gone.replace("12.90", "12.91"),
            gone.replace("H1_1R", "H1_2R"),
            gone.replace("\"A1\"", "\"A2\""))) {
      gateway.says(200, signed(UNFREEZE, node));
      unknown(holds.release(ORDER, PART));
    }
    Part all = new Part("", ORDER.amount());
    String cancel = "alipay.fund.auth.operation.cancel";
    String closed = "{\"code\":\"10000\",\"out_order_no\":\"H1_1\",\"action\":\"unfreeze\"}";
    gateway.says(200, signed(cancel, closed));
    assertEquals(new HoldOutcome.Released(), holds.release(ORDER, all));
    gateway.says(200, signed(cancel, closed.replace(",\"action\":\"unfreeze\"", "")));
    assertEquals(new HoldOutcome.NotFound(), holds.release(ORDER, all));
    gateway.says(200, signed(cancel, closed.replace("H1_1", "H1_2")));
    unknown(holds.release(ORDER, all));
  }

  /** Signed nonsense: read without surprises, and never believed to be another hold. */
  @Test
  void signedNonsenseIsReadQuietly() {
    Random random = new Random(13);
    List<String> values =
        List.of(
            "10000",
            "10003",
            "40004",
            "20000",
            "SUCCESS",
            "INIT",
            "AUTHORIZED",
            "CLOSED",
            "H1_1",
            "H1_2",
            "50.00",
            "5e1",
            "-1",
            "",
            "A1",
            "AUTH_ORDER_NOT_EXIST",
            "9".repeat(40));
    List<String> names =
        List.of(
            "code",
            "sub_code",
            "auth_no",
            "out_order_no",
            "out_request_no",
            "amount",
            "status",
            "order_status",
            "rest_amount",
            "total_pay_amount");
    int held = 0;
    for (int i = 0; i < 400; i++) {
      StringBuilder node = new StringBuilder(HELD);
      for (int n = random.nextInt(3); n >= 0; n--) {
        String name = names.get(random.nextInt(names.size()));
        String value = "\"" + name + "\":\"" + values.get(random.nextInt(values.size())) + "\"";
        String changed = node.toString().replaceFirst("\"" + name + "\":\"[^\"]*\"", value);
        node.replace(0, node.length(), changed);
      }
      HoldOutcome outcome = i % 2 == 0 ? hold(node.toString()) : query(node.toString());
      if (outcome instanceof HoldOutcome.Held) {
        held++;
        assertTrue(
            node.toString().contains("\"out_order_no\":\"H1_1\"")
                && node.toString().contains("\"amount\":\"50.00\""),
            node::toString);
      }
    }
    assertTrue(held > 15, "held " + held);
  }
}
