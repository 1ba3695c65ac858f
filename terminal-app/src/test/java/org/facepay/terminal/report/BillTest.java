package org.facepay.terminal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bills as the wallets' platforms give them, with what shops write into their names. */
class BillTest {
  private static final Charset GBK = Charset.forName("GBK");

  /** Shaped like the wallets' own files; the numbers are made up. */
  private static final String WECHAT =
      """
      交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注
      `2026-11-28 10:00:00,`wx1,`1900000001,`0,`K3,`42001,`K3_AB_1_1,`oX,`MICROPAY,`SUCCESS,`OTHERS,`CNY,`12.00,`0.00,`0,`0,`0.00,`0.00,`,`,`{NAME},`{ATTACH},`0.02,`0.60%,`12.00,`0.00,`
      `2026-11-28 10:00:00,`wx1,`1900000001,`0,`K3,`42002,`K3_AB_2_1,`oX,`MICROPAY,`SUCCESS,`OTHERS,`CNY,`10.00,`0.00,`0,`0,`0.00,`0.00,`,`,`Qingli,`,`0.02,`0.60%,`10.00,`0.00,`
      总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
      `2,`22.00,`0.00,`0.00,`0.13,`22.00,`0.00
      """;

  private static final String ALIPAY =
      """
      #支付宝业务明细查询
      支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注
      20261	,K3_AB_1_1	,交易,{NAME},2026-11-28 10:00:00,2026-11-28 10:00:02,,,,K3,*三,12.00,12.00,,-0.07,{ATTACH}
      20262	,K3_AB_2_1	,交易,晴里便利,2026-11-28 10:00:00,2026-11-28 10:00:02,,,,K3,*三,10.00,10.00,,-0.07,
      #业务明细列表结束
      """;

  private static final List<Bill.Row> ROWS =
      List.of(new Bill.Row("K3_AB_1_1", "", 1_200), new Bill.Row("K3_AB_2_1", "", 1_000));

  @TempDir Path folder;

  private static String filled(String bill, String name, String attach) {
    return bill.replace("{NAME}", name).replace("{ATTACH}", attach);
  }

  private Bill read(byte[] bytes) throws IOException {
    return Bill.read(Files.write(folder.resolve("bill"), bytes), 2);
  }

  private Bill read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Apples",
        "Apples, red 500g",
        "Apples, red, 500g",
        "Apples, 12.34, 0.01",
        "\"Best\" tea",
        "\"Best\", \"fresh\", tea",
        "\"Best tea",
        "tea \"5\" pcs, big",
        "{\"store\":\"K3\",\"lane\":2}",
        "{\"uid\":7,\"goods\":[1,2,3],\"total\":\"0.02\"}",
        "A ` tea",
        "`, tea",
        "#1 tea",
        "a, 2026-11-28 10:00:00, b",
        ",",
        ""
      })
  void namesAreReadAsTheShopWroteThem(String name) throws IOException {
    for (String bill :
        List.of(
            filled(WECHAT, name, ""),
            filled(WECHAT, "Qingli", name),
            filled(WECHAT, name, name),
            filled(ALIPAY, name, ""),
            filled(ALIPAY, "晴里便利", name),
            filled(ALIPAY, "\"" + name.replace("\"", "\"\"") + "\"", ""))) {
      assertEquals(new Bill(ROWS, List.of()), read(bill), bill);
    }
  }

  @Test
  void aNameThatImitatesTheSeparatorMovesNoAmount() throws IOException {
    for (String name : List.of("a,`b", "a,`0.01", "a,`,`b", "a,`0.01,`0.02")) {
      assertEquals(new Bill(ROWS, List.of()), read(filled(WECHAT, name, "")), name);
    }
    Bill two = read(filled(WECHAT, "a", "b,`0.02,`0.60%,`0.01,`0.00,`x"));
    assertEquals(ROWS.subList(1, 2), two.rows(), "it can be read in two ways");
    assertEquals(1, two.unread().size());
  }

  @Test
  void anyOfTheirEncodingsAndLineEndsWillDo() throws IOException {
    for (String bill : List.of(filled(WECHAT, "苹果, 红", "{}"), filled(ALIPAY, "苹果, 红", "好"))) {
      Bill whole = new Bill(ROWS, List.of());
      assertEquals(whole, read(bill.getBytes(GBK)));
      assertEquals(whole, read("\uFEFF" + bill));
      assertEquals(whole, read(bill.replace("\n", "\r\n")));
    }
    byte[] broken = filled(WECHAT, "苹果??", "").getBytes(StandardCharsets.UTF_8);
    broken[filled(WECHAT, "苹果", "").getBytes(StandardCharsets.UTF_8).length / 2] = (byte) 0xff;
    assertEquals(2, read(broken).rows().size() + read(broken).unread().size());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, GBK)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  @Test
  void compressedOnesAreReadAsTheyAreDownloaded() throws IOException {
    Bill whole = new Bill(ROWS, List.of());
    assertEquals(whole, read(gzip(filled(WECHAT, "a, b", "").getBytes(StandardCharsets.UTF_8))));
    Map<String, byte[]> files = new TreeMap<>();
    files.put("20881_20261128_业务明细.csv", filled(ALIPAY, "茶", "").getBytes(GBK));
    files.put(
        "20881_20261128_业务明细(汇总).csv",
        "#支付宝业务汇总查询\n门店编号,门店名称,交易订单总笔数,订单金额（元）\n合计,,2,22.00\n".getBytes(GBK));
    files.put("空/", new byte[0]);
    assertEquals(whole, read(zip(files)));
    files.put(
        "20881_20261128_业务明细_2.csv", filled(ALIPAY, "x", "").replace("12.00", "?").getBytes(GBK));
    Bill both = read(zip(files));
    assertEquals(3, both.rows().size());
    assertTrue(
        both.unread().getFirst().startsWith("20881_20261128_业务明细_2.csv, line 3 cannot be read: "),
        both.unread()::toString);
  }

  @Test
  void whatIsDamagedOrNoBillIsSaidToBeSo() throws IOException {
    byte[] gz = gzip(filled(WECHAT, "a", "").getBytes(StandardCharsets.UTF_8));
    byte[] sums = zip(Map.of("sums.csv", "门店编号,总笔数\n".getBytes(GBK)));
    for (byte[] bad :
        List.of(
            Arrays.copyOf(gz, gz.length / 2),
            Arrays.copyOf(sums, sums.length - 9),
            sums,
            zip(Map.of()),
            new byte[0],
            gzip(new byte[65 << 20]))) {
      IOException e = assertThrows(IOException.class, () -> read(bad));
      assertTrue(
          String.valueOf(e.getMessage()).startsWith(folder.resolve("bill") + ": "), e::toString);
    }
  }

  @Test
  void oneForeignOrBrokenRowIsListedAndStopsNothing() throws IOException {
    String row = WECHAT.lines().toList().get(1);
    for (String bad :
        List.of(
            row.replace("`12.00,`0.00,`0,`0", "`twelve,`0.00,`0,`0")
                .replace("`12.00,`0.00,`", "`x,`0.00,`"),
            row.substring(0, row.length() / 2),
            "hello",
            "`",
            "\"",
            row.replace("12.00", "12.001"),
            row.replace("12.00", "9".repeat(30)),
            row + ",`a".repeat(500),
            ",".repeat(2_000))) {
      Bill bill = read(WECHAT.replace(row, row + "\n" + bad));
      assertEquals(ROWS, bill.rows(), bad);
      assertEquals(1, bill.unread().size(), bad);
      assertTrue(bill.unread().getFirst().startsWith("line 3 cannot be read: "), bad);
    }
    String web =
        row.replace("K3_AB_1_1", "WEB#0001/商城").replace("{ATTACH}", "{\"uid\":7,\"lane\":2}");
    Bill foreign =
        read(WECHAT.replace(row, row + "\n" + web + "\n" + row.replace("K3_AB_1_1", "")));
    assertEquals(List.of(), foreign.unread());
    assertEquals(2, Reconciliation.of(List.of(), foreign.rows(), "K3").others());
  }

  @Test
  void anyBytesAreABillOrAClearError() throws IOException {
    Random random = new Random(17);
    Map<String, byte[]> files = Map.of("业务明细.csv", filled(ALIPAY, "a, b", "{}").getBytes(GBK));
    List<byte[]> good =
        List.of(
            filled(WECHAT, "a, b", "{\"a\":1,\"b\":2}").getBytes(StandardCharsets.UTF_8),
            filled(ALIPAY, "\"a, b\"", "").getBytes(GBK),
            gzip(filled(WECHAT, "a", "").getBytes(StandardCharsets.UTF_8)),
            zip(files));
    int rows = 0;
    for (int n = 0; n < 4_000; n++) {
      byte[] whole = good.get(n % good.size());
      byte[] bytes =
          Arrays.copyOf(
              whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
      for (int hit = random.nextInt(4); hit > 0 && bytes.length > 0; hit--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        rows += read(bytes).rows().size();
      } catch (IOException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("bill: "), e::toString);
      }
    }
    assertTrue(rows > 500, rows + " rows");
  }
}
