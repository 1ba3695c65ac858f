package org.facepay.terminal.provider.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adyen.model.nexo.MessageCategoryType;
import com.adyen.model.nexo.MessageClassType;
import com.adyen.model.nexo.MessageHeader;
import com.adyen.model.nexo.MessageType;
import com.adyen.model.nexo.ResultType;
import com.adyen.model.terminal.TerminalAPIRequest;
import com.adyen.model.terminal.TerminalAPIResponse;
import com.adyen.model.terminal.TerminalAPISecuredRequest;
import com.adyen.model.terminal.TerminalAPISecuredResponse;
import com.adyen.model.terminal.security.SecurityKey;
import com.adyen.terminal.security.NexoCrypto;
import com.adyen.terminal.serialization.TerminalAPIGsonBuilder;
import com.google.gson.Gson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.card.NexoCodec.Message;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/**
 * Adyen's official library as the judge: it opens what we seal and we open what it seals, and its
 * models of the Terminal API read what our till and our simulator say.
 */
class NexoSdkOracleTest {
  private static final Gson GSON = TerminalAPIGsonBuilder.create();
  private static final String PASSPHRASE = "mysupersecretpassphrase";
  private static final NexoKey KEY = NexoKey.of("mykey", 3, PASSPHRASE);
  private static final String POI = "V400m-324688179";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static NexoCrypto sdk() throws Exception {
    SecurityKey key = new SecurityKey();
    key.setPassphrase(PASSPHRASE);
    key.setKeyIdentifier("mykey");
    key.setKeyVersion(3);
    key.setAdyenCryptoVersion(1);
    return new NexoCrypto(key);
  }

  private static MessageHeader header() {
    MessageHeader header = new MessageHeader();
    header.setProtocolVersion("3.0");
    header.setMessageClass(MessageClassType.SERVICE);
    header.setMessageCategory(MessageCategoryType.PAYMENT);
    header.setMessageType(MessageType.REQUEST);
    header.setSaleID("TILL-1");
    header.setServiceID("0123456789");
    header.setPOIID(POI);
    return header;
  }

  /** A link that keeps what was said and passes it on. */
  private record Listening(NexoLink to, List<String> said, List<String> heard) implements NexoLink {
    @Override
    public String exchange(String message, Duration total, Heard listener)
        throws Wire.NotSentException, Wire.NoAnswerException {
      said.add(message);
      return to.exchange(
          message,
          total,
          text -> {
            heard.add(text);
            return listener.message(text);
          });
    }

    @Override
    public void tell(String message) throws Wire.NotSentException, Wire.NoAnswerException {
      said.add(message);
      to.tell(message);
    }

    @Override
    public void close() {
      to.close();
    }
  }

  private static Listening talk(Optional<NexoKey> key) throws Exception {
    try (CardTerminalSimulator terminal = new CardTerminalSimulator(POI, key, LIMIT)) {
      Listening link =
          new Listening(
              new TcpNexoLink(terminal.tcp(), LIMIT), new ArrayList<>(), new ArrayList<>());
      try (NexoProvider ours =
          new NexoProvider(
              new CardSettings("TILL-1", POI, key, LIMIT, LIMIT),
              link,
              _ -> {},
              InstantSource.system())) {
        Order order = new Order("S_1", Money.of(1_290, "CNY"), "店");
        assertTrue(ours.authorise(order, new CardPresented()) instanceof Outcome.Approved);
        assertEquals(new Outcome.Reversed(), ours.cancel(order));
      }
      return link;
    }
  }

  @Test
  void theSdkOpensWhatWeSeal() throws Exception {
    Listening link = talk(Optional.of(KEY));
    for (String said : link.said()) {
      String plain =
          sdk().decrypt(GSON.fromJson(said, TerminalAPISecuredRequest.class).getSaleToPOIRequest());
      assertTrue(
          GSON.fromJson(plain, TerminalAPIRequest.class).getSaleToPOIRequest().getMessageHeader()
              != null);
    }
    int answers = 0;
    for (String heard : link.heard()) {
      if (heard.startsWith("{\"" + NexoCodec.RESPONSE)) {
        String plain =
            sdk()
                .decrypt(
                    GSON.fromJson(heard, TerminalAPISecuredResponse.class).getSaleToPOIResponse());
        answers += plain.contains("Success") ? 1 : 0;
      }
    }
    assertTrue(answers >= 3, "answers " + answers);
  }

  @Test
  void weOpenWhatTheSdkSeals() throws Exception {
    String plain =
        "{\"SaleToPOIRequest\":{\"MessageHeader\":%s,\"PaymentRequest\":{\"x\":\"中文 é\"}}}"
            .formatted(GSON.toJson(header()));
    TerminalAPISecuredRequest sealed = new TerminalAPISecuredRequest();
    sealed.setSaleToPOIRequest(sdk().encrypt(plain, header()));
    Message message = new NexoCodec(Optional.of(KEY)).read(GSON.toJson(sealed));
    assertEquals("Payment", message.category());
    assertEquals("0123456789", message.serviceId());
    assertEquals("中文 é", message.body().path("x").asText());

    sealed.getSaleToPOIRequest().getSecurityTrailer().setKeyVersion(4);
    assertThrows(
        NexoException.class, () -> new NexoCodec(Optional.of(KEY)).read(GSON.toJson(sealed)));
    assertThrows(
        NexoException.class, () -> new NexoCodec(Optional.empty()).read(GSON.toJson(sealed)));
    assertThrows(NexoException.class, () -> new NexoCodec(Optional.of(KEY)).read(plain));
  }

  @Test
  void theSdkReadsEveryMessageOfTillAndTerminal() throws Exception {
    Listening link = talk(Optional.empty());
    TerminalAPIRequest payment = GSON.fromJson(link.said().getFirst(), TerminalAPIRequest.class);
    var request = payment.getSaleToPOIRequest();
    assertEquals(MessageCategoryType.PAYMENT, request.getMessageHeader().getMessageCategory());
    assertEquals(
        "S_1", request.getPaymentRequest().getSaleData().getSaleTransactionID().getTransactionID());
    var amounts = request.getPaymentRequest().getPaymentTransaction().getAmountsReq();
    assertEquals(0, amounts.getRequestedAmount().compareTo(new BigDecimal("12.90")));
    assertEquals("CNY", amounts.getCurrency());
    var conditions = request.getPaymentRequest().getPaymentTransaction().getTransactionConditions();
    assertEquals(Boolean.TRUE, conditions.isForceOnlineFlag(), "nobody has allowed it offline");
    List<MessageCategoryType> said =
        link.said().stream()
            .map(s -> GSON.fromJson(s, TerminalAPIRequest.class).getSaleToPOIRequest())
            .map(r -> r.getMessageHeader().getMessageCategory())
            .toList();
    assertTrue(
        said.containsAll(
            List.of(
                MessageCategoryType.PAYMENT,
                MessageCategoryType.ABORT,
                MessageCategoryType.TRANSACTION_STATUS,
                MessageCategoryType.REVERSAL)),
        said::toString);
    var abort =
        link.said().stream()
            .map(s -> GSON.fromJson(s, TerminalAPIRequest.class).getSaleToPOIRequest())
            .filter(r -> r.getAbortRequest() != null)
            .findFirst()
            .orElseThrow();
    assertEquals(
        request.getMessageHeader().getServiceID(),
        abort.getAbortRequest().getMessageReference().getServiceID());
    for (String heard : link.heard()) {
      if (heard.startsWith("{\"" + NexoCodec.RESPONSE)) {
        var response = GSON.fromJson(heard, TerminalAPIResponse.class).getSaleToPOIResponse();
        if (response.getPaymentResponse() != null) {
          assertEquals(ResultType.SUCCESS, response.getPaymentResponse().getResponse().getResult());
          assertEquals(
              Boolean.TRUE, response.getPaymentResponse().getPaymentResult().isOnlineFlag());
          var paid = response.getPaymentResponse().getPaymentResult().getAmountsResp();
          assertEquals(0, paid.getAuthorizedAmount().compareTo(new BigDecimal("12.90")));
        }
      } else {
        var shown = GSON.fromJson(heard, TerminalAPIRequest.class).getSaleToPOIRequest();
        assertTrue(
            shown
                .getDisplayRequest()
                .getDisplayOutput()
                .getFirst()
                .getOutputContent()
                .getPredefinedContent()
                .getReferenceID()
                .contains("event="));
      }
    }
  }
}
