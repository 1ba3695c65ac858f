package org.facepay.terminal.provider.alipay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.provider.wire.GatewayWatch;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.provider.wire.UntrustedException;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.provider.wire.WireAnswer;
import org.facepay.terminal.provider.wire.WireRequest;

/**
 * One signed request to {@code gateway.do} and its verified reply. The public parameters and the
 * signature go into the query string, {@code biz_content} into the body, as in Alipay's own SDK.
 * Thread-safe.
 */
final class AlipayGateway implements AutoCloseable {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");

  private final URI gateway;
  private final String appId;
  private final PrivateKey merchantKey;
  private final PublicKeys alipayKeys;
  private final InstantSource clock;
  private final Wire wire;
  private final GatewayWatch watch;

  AlipayGateway(AlipaySettings settings, InstantSource clock, GatewayWatch watch) {
    this.watch = watch;
    this.gateway = settings.application().gateway();
    this.appId = settings.application().appId();
    this.merchantKey = settings.merchantKey();
    this.alipayKeys = settings.alipayKeys();
    this.clock = clock;
    this.wire = new Wire(settings.application().route());
  }

  /** Sends a request and waits for its whole reply, at most for the configured time. */
  AlipayReply call(String method, ObjectNode content)
      throws Wire.NotSentException, Wire.NoAnswerException {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("app_id", appId);
    parameters.put("method", method);
    parameters.put("format", "json");
    parameters.put("charset", "UTF-8");
    parameters.put("sign_type", "RSA2");
    parameters.put("timestamp", TIMESTAMP.format(clock.instant()));
    parameters.put("version", "1.0");
    String biz = content.toString();
    parameters.put("biz_content", biz);
    String sign = Rsa.sign(Rsa2.canonical(parameters), merchantKey);
    parameters.remove("biz_content");
    parameters.put("sign", sign);
    WireAnswer answer =
        wire.exchange(
            WireRequest.post(
                URI.create(gateway + "?" + form(parameters)),
                FORM,
                form(Map.of("biz_content", biz))));
    if (answer.status() != 200) {
      watch.unverified(Sentence.verbatim("HTTP " + answer.status()), "", false);
      throw new Wire.NoAnswerException("HTTP " + answer.status());
    }
    try {
      AlipayReply reply = AlipayReply.read(answer.text(), method, alipayKeys);
      if (reply.refusesRequest()) {
        watch.refused(reply.words());
      } else {
        watch.accepted();
      }
      return reply.givenAt(answer.header("Date").orElse(""));
    } catch (UntrustedException e) {
      boolean refuses = e.words().matches(AlipayReply.REFUSES_REQUEST + " .*");
      watch.unverified(e.explanation(), e.words(), refuses);
      throw new Wire.NoAnswerException(e.explanation().english());
    }
  }

  private static String form(Map<String, String> parameters) {
    StringBuilder text = new StringBuilder();
    parameters.forEach(
        (key, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }

  @Override
  public void close() {
    wire.close();
  }
}
