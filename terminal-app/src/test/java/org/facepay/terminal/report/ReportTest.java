package org.facepay.terminal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.facepay.terminal.report.Reconciliation.Cause;
import org.facepay.terminal.report.Reconciliation.Difference;
import org.facepay.terminal.sale.TaxRate;
import org.junit.jupiter.api.Test;

/** The day's sums, and bills as the wallets write them. */
class ReportTest {
  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

  /** Shaped like the wallets' own files (no refund: no number, or 0); the numbers are made up. */
  private static final String ALIPAY =
      """
      #支付宝业务明细查询
      #账号：[20885000000000000156]
      #-----------------------------------------业务明细列表----------------------------------------
      支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注
      2026112522001001	,K3_7F3K_1_1	,交易,晴里便利,2026-11-25 12:00:00,2026-11-25 12:00:03,,,,K3,*明,19.90,19.90,,0.11,
      2026112522001002	,K3_7F3K_2_1	,交易,"晴里,便利",2026-11-25 12:01:00,2026-11-25 12:01:03,,,,K3,*明,"1,290.00",1290.00,,0.11,
      2026112522001002	,K3_7F3K_2_1	,退款,"晴里,便利",2026-11-25 12:01:00,2026-11-25 12:09:03,,,,K3,*明,-90.00,-90.00,K3_7F3K_2_1_R77	,0.00,
      2026112522001003	,K9_AAAA_2_1	,交易,晴里便利,2026-11-25 12:01:00,2026-11-25 12:01:03,,,,K9,*明,5.00,5.00,,0.01,
      #-----------------------------------------业务明细列表结束------------------------------------
      #交易合计：3笔，退款合计：1笔
      """;

  private static final String WECHAT =
      """
      \uFEFF交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注
      `2026-11-25 12:00:00,`wx1,`1900000001,`0,`K3,`4200001,`K3_7F3K_1_1,`o1,`MICROPAY,`SUCCESS,`CMB,`CNY,`19.90,`0.00,`0,`0,`0.00,`0.00,`,`,`晴里便利,`,`0.11,`0.60%,`19.90,`0.00,`
      `2026-11-25 12:09:00,`wx1,`1900000001,`0,`K3,`4200002,`K3_7F3K_2_1,`o1,`MICROPAY,`REFUND,`CMB,`CNY,`0.00,`0.00,`5030001,`K3_7F3K_2_1_R77,`90.00,`0.00,`ORIGINAL,`SUCCESS,`晴里便利,`,`0.00,`0.60%,`0.00,`90.00,`
      总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
      `2,`19.90,`90.00,`0.00,`0.11,`19.90,`90.00
      """;

  private static Booking booking(String id, String refundOf, long minor, int rate) {
    return new Booking(
        id,
        Optional.of(refundOf).filter(r -> !r.isEmpty()),
        NOON,
        "alipay",
        minor,
        new TreeMap<>(Map.of(rate, new ZReport.TaxSum(minor, tax(rate, minor)))));
  }

  private static long tax(int rate, long minor) {
    return Long.signum(minor) * new TaxRate(rate).includedIn(Math.abs(minor));
  }

  private static final List<Booking> OURS =
      List.of(
          booking("K3_7F3K_1_1", "", 1_990, 1_300),
          booking("K3_7F3K_2_1", "", 129_000, 900),
          booking("K3_7F3K_2_1_R77", "K3_7F3K_2_1", -9_000, 900));

  private static Bill parse(byte[] bytes) throws IOException {
    return Bill.parse(List.of(BillText.of("", bytes)), 2);
  }

  @Test
  void theDayAddsUp() {
    ZReport report = ZReport.of(OURS, Currency.getInstance("CNY"));
    assertEquals(new ZReport.Sums(2, 130_990, 1, 9_000), report.total());
    assertEquals(121_990, report.total().netMinor());
    assertEquals(new ZReport.TaxSum(1_990, 229), report.taxes().get(1_300));
    assertEquals(new ZReport.TaxSum(120_000, 10_651 - 743), report.taxes().get(900));
    assertTrue(report.lines().getFirst().contains("1219.90"), report.lines()::toString);
    assertEquals(0, ZReport.of(List.of(), Currency.getInstance("CNY")).total().netMinor());
  }

  @Test
  void alipaysBillIsReadInItsOwnCharactersAndMatches() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
      List<Bill.Row> rows = parse(ALIPAY.getBytes(charset)).rows();
      assertEquals(4, rows.size());
      assertEquals(new Bill.Row("K3_7F3K_2_1", "K3_7F3K_2_1_R77", 9_000), rows.get(2));
      assertEquals(new Reconciliation(3, 1, List.of()), Reconciliation.of(OURS, rows, "K3"));
    }
  }

  @Test
  void wechatsBillIsRead() throws IOException {
    List<Bill.Row> rows = parse(WECHAT.getBytes(StandardCharsets.UTF_8)).rows();
    assertEquals(
        List.of(
            new Bill.Row("K3_7F3K_1_1", "", 1_990),
            new Bill.Row("K3_7F3K_2_1", "K3_7F3K_2_1_R77", 9_000)),
        rows);
  }

  @Test
  void everyDifferenceHasItsCause() {
    List<Bill.Row> bill =
        List.of(
            new Bill.Row("K3_7F3K_1_1", "", 1_980),
            new Bill.Row("K3_7F3K_2_1", "", 129_000),
            new Bill.Row("K3_7F3K_2_1", "", 129_000),
            new Bill.Row("K3_7F3K_8_1", "", 700),
            new Bill.Row("K3_7F3K_9_1", "", 500),
            new Bill.Row("K3_7F3K_9_1", "K3_7F3K_9_1_reversed", 500),
            new Bill.Row("K3_7F3K_5_1", "K3_7F3K_5_1_R4", 100));
    Reconciliation found = Reconciliation.of(OURS, bill, "K3");
    assertEquals(3, found.matched(), "one sale, and a payment that was given back at once");
    assertEquals(
        List.of(
            new Difference(Cause.TWICE_IN_BILL, "K3_7F3K_2_1", 0, 129_000),
            new Difference(Cause.AMOUNT_DIFFERS, "K3_7F3K_1_1", 1_990, 1_980),
            new Difference(Cause.MISSING_IN_BILL, "K3_7F3K_2_1_R77", 9_000, 0),
            new Difference(Cause.MISSING_HERE, "K3_7F3K_8_1", 0, 700),
            new Difference(Cause.MISSING_HERE, "K3_7F3K_5_1_R4", 0, 100)),
        found.differences());
  }

  @Test
  void whatIsNoBillIsSaidToBeNone() {
    byte[] other = "a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8);
    IOException none = assertThrows(IOException.class, () -> parse(other));
    assertTrue(String.valueOf(none.getMessage()).contains("商户订单号"));
  }

  @Test
  void anyBytesAreABillOrAClearError() {
    Random random = new Random(5);
    byte[] whole = ALIPAY.getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int n = 0; n < 5_000; n++) {
      byte[] bytes = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int hit = random.nextInt(6); hit > 0; hit--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        read += parse(bytes).rows().size();
      } catch (IOException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(read > 500, read + " rows");
  }
}
