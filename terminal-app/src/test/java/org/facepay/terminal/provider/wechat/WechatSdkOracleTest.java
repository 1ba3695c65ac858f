package org.facepay.terminal.provider.wechat;

import static org.facepay.terminal.provider.wechat.FixedPlatform.API_KEY;
import static org.facepay.terminal.provider.wechat.FixedPlatform.APP;
import static org.facepay.terminal.provider.wechat.FixedPlatform.MCH;
import static org.facepay.terminal.provider.wechat.FixedPlatform.MERCHANT_SERIAL;
import static org.facepay.terminal.provider.wechat.FixedPlatform.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.certificate.InMemoryCertificateProvider;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.util.PemUtil;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.WechatSandbox;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/**
 * WeChat Pay's official SDK as the judge: it accepts our sandbox's certificates and signatures, and
 * our client sends and believes what it does.
 */
class WechatSdkOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final String HOST = "https://api.mch.weixin.qq.com";
  private static final RSASigner SIGNER =
      new RSASigner(MERCHANT_SERIAL, Keys.MERCHANT.getPrivate());
  private static final WechatPay2Credential CREDENTIAL = new WechatPay2Credential(MCH, SIGNER);

  private static WechatSandbox sandbox() throws Exception {
    return new WechatSandbox(
        new WechatSandbox.Merchant(
            APP, MCH, MERCHANT_SERIAL, Keys.MERCHANT.getPublic(), ApiV3Key.of(API_KEY)),
        Keys.ALIPAY,
        Keys.FORGER,
        Duration.ofSeconds(1));
  }

  /** The SDK's client, its requests led to the loopback address. */
  static HttpClient sdk(URI base, List<X509Certificate> certificates) {
    return sdk(
        base,
        new WechatPay2Validator(new RSAVerifier(new InMemoryCertificateProvider(certificates))));
  }

  static HttpClient sdk(URI base, WechatPay2Validator validator) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  HttpUrl url =
                      chain
                          .request()
                          .url()
                          .newBuilder()
                          .scheme("http")
                          .host("127.0.0.1")
                          .port(base.getPort())
                          .build();
                  return named(chain.proceed(chain.request().newBuilder().url(url).build()));
                })
            .build();
    return new DefaultHttpClientBuilder()
        .credential(CREDENTIAL)
        .validator(validator)
        .okHttpClient(http)
        .build();
  }

  /** The SDK minds the case of header names, which HTTP does not; the JDK's server changes it. */
  private static Response named(Response response) {
    Response.Builder out = response.newBuilder();
    for (String part : List.of("Serial", "Timestamp", "Nonce", "Signature")) {
      String value = response.header("Wechatpay-" + part);
      if (value != null) {
        out.removeHeader("Wechatpay-" + part).header("Wechatpay-" + part, value);
      }
    }
    return out.build();
  }

  /** The certificates as the SDK fetches and decrypts them. */
  private static List<X509Certificate> certificates(URI base)
      throws IOException, InterruptedException {
    URI uri = base.resolve("/v3/certificates");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", CREDENTIAL.getAuthorization(uri, "GET", ""))
            .build();
    String body;
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
    AeadAesCipher cipher = new AeadAesCipher(API_KEY.getBytes(StandardCharsets.UTF_8));
    List<X509Certificate> all = new ArrayList<>();
    for (JsonNode entry : JSON.readTree(body).path("data")) {
      JsonNode sealed = entry.path("encrypt_certificate");
      String pem =
          cipher.decrypt(
              sealed.path("associated_data").asText().getBytes(StandardCharsets.UTF_8),
              sealed.path("nonce").asText().getBytes(StandardCharsets.UTF_8),
              java.util.Base64.getDecoder().decode(sealed.path("ciphertext").asText()));
      X509Certificate certificate = PemUtil.loadX509FromString(pem);
      assertEquals(PemUtil.getSerialNumber(certificate), entry.path("serial_no").asText());
      all.add(certificate);
    }
    return all;
  }

  private static JsonRequestBody codepay(String number, String code) {
    String body =
        """
        {"appid":"%s","mchid":"%s","description":"农夫山泉 \\"550ml\\"","out_trade_no":"%s",\
        "payer":{"auth_code":"%s"},"amount":{"total":1290,"currency":"CNY"},\
        "scene_info":{"device_id":"T1","store_info":{"out_id":"T1"}}}\
        """
            .formatted(APP, MCH, number, code);
    return new JsonRequestBody.Builder().body(body).build();
  }

  private static HttpHeaders json() {
    HttpHeaders headers = new HttpHeaders();
    headers.addHeader("Accept", "application/json");
    headers.addHeader("Content-Type", "application/json");
    return headers;
  }

  static Transaction pay(HttpClient sdk, String number, String code) {
    return sdk.post(
            json(), HOST + "/v3/pay/transactions/codepay", codepay(number, code), Transaction.class)
        .getServiceResponse();
  }

  @Test
  void theSdkPaysQueriesReversesAndRefundsAtOurSandbox() throws Exception {
    try (WechatSandbox sandbox = sandbox()) {
      HttpClient sdk = sdk(sandbox.base(), certificates(sandbox.base()));
      Transaction paid = pay(sdk, "SDK_0001", "130000000000000001");
      assertEquals(Transaction.TradeStateEnum.SUCCESS, paid.getTradeState());
      assertEquals(1290, paid.getAmount().getTotal());

      QueryOrderByOutTradeNoRequest query = new QueryOrderByOutTradeNoRequest();
      query.setMchid(MCH);
      query.setOutTradeNo("SDK_0001");
      NativePayService orders = new NativePayService.Builder().httpClient(sdk).build();
      Transaction found = orders.queryOrderByOutTradeNo(query);
      assertEquals(Transaction.TradeStateEnum.SUCCESS, found.getTradeState());
      assertEquals(paid.getTransactionId(), found.getTransactionId());

      RefundService refunds = new RefundService.Builder().httpClient(sdk).build();
      CreateRequest refund = new CreateRequest();
      refund.setOutTradeNo("SDK_0001");
      refund.setOutRefundNo("SDK_R1");
      AmountReq amount = new AmountReq();
      amount.setRefund(1290L);
      amount.setTotal(1290L);
      amount.setCurrency("CNY");
      refund.setAmount(amount);
      assertEquals(Status.SUCCESS, refunds.create(refund).getStatus());
      QueryByOutRefundNoRequest which = new QueryByOutRefundNoRequest();
      which.setOutRefundNo("SDK_R1");
      assertEquals(1290, refunds.queryByOutRefundNo(which).getAmount().getRefund());
      assertEquals(
          Transaction.TradeStateEnum.REFUND, orders.queryOrderByOutTradeNo(query).getTradeState());

      pay(sdk, "SDK_0002", "130000000000000002");
      JsonRequestBody merchant =
          new JsonRequestBody.Builder()
              .body("{\"appid\":\"%s\",\"mchid\":\"%s\"}".formatted(APP, MCH))
              .build();
      String reverse = HOST + "/v3/pay/transactions/out-trade-no/SDK_0002/reverse";
      sdk.post(json(), reverse, merchant, Transaction.class);
      query.setOutTradeNo("SDK_0002");
      assertEquals(
          Transaction.TradeStateEnum.REVOKED, orders.queryOrderByOutTradeNo(query).getTradeState());

      sandbox.script(Behaviour.BALANCE_TOO_LOW, Behaviour.PAID_BUT_UNSIGNED, Behaviour.FORGED);
      ServiceException refused =
          assertThrows(ServiceException.class, () -> pay(sdk, "SDK_0003", "130000000000000003"));
      assertEquals("NOT_ENOUGH", refused.getErrorCode());
      assertThrows(RuntimeException.class, () -> pay(sdk, "SDK_0004", "130000000000000004"));
      assertThrows(ValidationException.class, () -> pay(sdk, "SDK_0005", "130000000000000005"));
      assertEquals(List.of(), sandbox.violations());

      sandbox.rotate(Keys.MERCHANT);
      assertEquals(2, certificates(sandbox.base()).size());
      HttpClient fresh = sdk(sandbox.base(), certificates(sandbox.base()));
      pay(fresh, "SDK_0006", "130000000000000006");
      assertThrows(ValidationException.class, () -> pay(sdk, "SDK_0007", "130000000000000007"));
    }
  }

  @Test
  void theSdkShowsACodeAndClosesItAtOurSandbox() throws Exception {
    try (WechatSandbox sandbox = sandbox()) {
      NativePayService sdk =
          new NativePayService.Builder()
              .httpClient(sdk(sandbox.base(), certificates(sandbox.base())))
              .build();
      PrepayRequest show = new PrepayRequest();
      show.setAppid(APP);
      show.setMchid(MCH);
      show.setDescription("店");
      show.setOutTradeNo("SDK_N001");
      show.setNotifyUrl("https://shop.example/wechat");
      show.setTimeExpire(OffsetDateTime.now().plusMinutes(2).withNano(0).toString());
      Amount amount = new Amount();
      amount.setTotal(1290);
      amount.setCurrency("CNY");
      show.setAmount(amount);
      assertTrue(sdk.prepay(show).getCodeUrl().startsWith("weixin://wxpay/"));
      QueryOrderByOutTradeNoRequest ask = new QueryOrderByOutTradeNoRequest();
      ask.setMchid(MCH);
      ask.setOutTradeNo("SDK_N001");
      assertEquals(
          Transaction.TradeStateEnum.NOTPAY, sdk.queryOrderByOutTradeNo(ask).getTradeState());
      CloseOrderRequest close = new CloseOrderRequest();
      close.setMchid(MCH);
      close.setOutTradeNo("SDK_N001");
      sdk.closeOrder(close);
      assertEquals(
          Transaction.TradeStateEnum.CLOSED, sdk.queryOrderByOutTradeNo(ask).getTradeState());
      assertEquals(List.of(), sandbox.violations());
    }
  }

  @Test
  void ourClientDoesTheSameThere() throws Exception {
    try (WechatSandbox sandbox = sandbox();
        WechatProvider ours = FixedPlatform.provider(sandbox.base(), ANSWER)) {
      Order order = new Order("OUR_0001", Money.of(1290, "CNY"), "店");
      Outcome outcome = ours.authorise(order, new PayCode("130000000000000011"));
      String tradeNo = sandbox.trades().getFirst().tradeNo();
      assertEquals(new Outcome.Approved(tradeNo), outcome);
      assertEquals(new Outcome.Approved(tradeNo), ours.query(order));
      assertEquals(
          new Refund.Refused("RESOURCE_NOT_EXISTS"),
          ours.queryRefund(order, order.amount(), "OUR_0001_r"));
      assertEquals(new Refund.Accepted(), ours.refund(order, order.amount(), "OUR_0001_r"));
      assertEquals(new Refund.Accepted(), ours.refund(order, order.amount(), "OUR_0001_r"));
      assertEquals(new Refund.Accepted(), ours.queryRefund(order, order.amount(), "OUR_0001_r"));
      assertEquals(new Outcome.Reversed(), ours.query(order));

      sandbox.script(Behaviour.NEVER_CONFIRM, Behaviour.CODE_EXPIRED);
      Order waiting = new Order("OUR_0002", Money.of(1, "CNY"), "店");
      assertEquals(
          new Outcome.Pending(), ours.authorise(waiting, new PayCode("130000000000000012")));
      assertEquals(new Outcome.Pending(), ours.query(waiting));
      assertEquals(new Outcome.Reversed(), ours.cancel(waiting));
      assertEquals(new Outcome.Reversed(), ours.query(waiting));
      Order refused = new Order("OUR_0003", Money.of(1, "CNY"), "店");
      assertTrue(
          ours.authorise(refused, new PayCode("130000000000000013")) instanceof Outcome.Declined);
      assertEquals(new Outcome.NotFound(), ours.query(refused));
      assertEquals(new Outcome.NotFound(), ours.cancel(refused));
      assertEquals(List.of(), sandbox.violations());
    }
  }

  @Test
  void signsTheSameText() {
    Random random = new Random(21);
    Pattern parts = Pattern.compile("nonce_str=\"(.*?)\".*timestamp=\"(.*?)\"");
    Pattern signature = Pattern.compile("signature=\"(.*?)\"");
    for (int i = 0; i < 60; i++) {
      URI uri =
          URI.create(
              "http://127.0.0.1:1/v3/pay/"
                  + random.nextInt()
                  + (i % 2 == 0 ? "" : "?mchid=1&a=%E5"));
      String body = i % 3 == 0 ? "" : "{\"description\":\"中文 " + random.nextInt() + "\"}";
      String theirs = CREDENTIAL.getAuthorization(uri, i % 3 == 0 ? "GET" : "POST", body);
      Matcher found = parts.matcher(theirs);
      Matcher signed = signature.matcher(theirs);
      assertTrue(found.find() && signed.find(), theirs);
      String text =
          V3Signature.ofRequest(
              i % 3 == 0 ? "GET" : "POST", uri, found.group(2), found.group(1), body);
      assertEquals(signed.group(1), Rsa.sign(text, Keys.MERCHANT.getPrivate()));
    }
  }

  @Test
  void believesWhatTheSdkSigns() throws Exception {
    RSASigner theirs = new RSASigner(FixedPlatform.SERIAL.toString(16), Keys.ALIPAY.getPrivate());
    try (FixedPlatform platform = new FixedPlatform();
        WechatProvider ours = FixedPlatform.provider(platform.uri(), ANSWER)) {
      platform.signs(
          body -> {
            Map<String, String> headers =
                new HashMap<>(FixedPlatform.by(Keys.FORGER, FixedPlatform.SERIAL).headers(body));
            String text =
                headers.get("Wechatpay-Timestamp")
                    + "\n"
                    + headers.get("Wechatpay-Nonce")
                    + "\n"
                    + body
                    + "\n";
            headers.put("Wechatpay-Signature", theirs.sign(text).getSign());
            return headers;
          });
      platform.says(
          200,
          """
          {"mchid":"1900000001","out_trade_no":"W1_0001","transaction_id":"中",
           "trade_state":"SUCCESS","amount":{"total":1290}}
          """);
      assertEquals(new Outcome.Approved("中"), ours.query(ORDER));
    }
  }
}
