package org.facepay.terminal.provider.wechat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.provider.wire.DoubtWords;
import org.facepay.terminal.provider.wire.GatewayWatch;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.provider.wire.UntrustedException;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.provider.wire.WireAnswer;
import org.facepay.terminal.provider.wire.WireRequest;

/**
 * One signed request to API v3 and its verified answer. Every answer counts only when the
 * platform's public key or a platform certificate in force signed it, its time is within five
 * minutes of ours, and it was not heard before: errors do not name the order they are about, so an
 * old one would fit any. Thread-safe.
 */
final class WechatGateway implements AutoCloseable {
  private static final String CERTIFICATES = "/v3/certificates";

  /** How far the platform's clock and ours may be apart (API v3, "verifying the signature"). */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** WeChat Pay asks to fetch certificates more often than every twelve hours. */
  private static final Duration CERTIFICATES_AGE = Duration.ofHours(10);

  /** A wrong serial number in every answer must not become a request for each. */
  private static final Duration BETWEEN_FETCHES = Duration.ofMillis(500);

  private static final String SERIAL = "Wechatpay-Serial";

  /** How the id of the platform's public key begins. */
  private static final String KEY_ID = "PUB_KEY_ID_";

  private static final String PLATFORM_KEY = "wechat.platform-key";

  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
  private static final int REMEMBERED = 8192;
  private static final int FETCH_TRIES = 3;

  private final WechatSettings settings;
  private final InstantSource clock;
  private final GatewayWatch watch;
  private final Wire wire;
  private final SecureRandom random = new SecureRandom();
  private final Set<String> heard = Collections.synchronizedSet(remembering(REMEMBERED));
  private final ReentrantLock fetching = new ReentrantLock();
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile PlatformCertificates trusted = PlatformCertificates.none();
  private volatile Instant fetched = Instant.EPOCH;
  private volatile Sentence problem = Sentence.verbatim("");
  private long lastTryNanos = System.nanoTime() - BETWEEN_FETCHES.toNanos();

  WechatGateway(WechatSettings settings, InstantSource clock, GatewayWatch watch) {
    this.settings = settings;
    this.clock = clock;
    this.watch = watch;
    this.wire = new Wire(settings.route());
  }

  private static Set<String> remembering(int most) {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > most;
          }
        });
  }

  /**
   * Fetches the certificates, if they are not here or old; only the first are waited for. With the
   * platform's public key they are fetched when an answer is signed by one.
   */
  void prepare() {
    if (settings.trust().key().isPresent() || !stale()) {
      return;
    }
    if (!trusted.anyInForce(clock.instant())) {
      fetch(this::stale);
    } else if (refreshing.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("platform-certificates")
          .start(
              () -> {
                try {
                  fetch(this::stale);
                } finally {
                  refreshing.set(false);
                }
              });
    }
  }

  /** Asks for something. */
  WechatReply get(String path) throws Wire.NotSentException, Wire.NoAnswerException {
    return call("GET", path, "");
  }

  /** Asks for something to be done. */
  WechatReply post(String path, ObjectNode content)
      throws Wire.NotSentException, Wire.NoAnswerException {
    return call("POST", path, content.toString());
  }

  /** Without a key or certificates nothing is sent: its answer could not be believed. */
  private WechatReply call(String method, String path, String body)
      throws Wire.NotSentException, Wire.NoAnswerException {
    prepare();
    if (settings.trust().key().isEmpty() && trusted.bySerial().isEmpty()) {
      Sentence why = Sentence.of(DoubtWords.UNUSABLE, problem);
      if (!problem.phrase().equals(DoubtWords.UNREACHED)) {
        watch.unusable(why);
      }
      throw new Wire.NotSentException(why.english());
    }
    WireAnswer response = wire.exchange(request(method, path, body));
    try {
      WechatReply reply = verified(response);
      if (reply.refusesRequest()) {
        watch.refused(told(response));
      } else {
        watch.accepted();
      }
      return reply.givenAt(response.header("Date").orElse(""));
    } catch (UntrustedException e) {
      watch.unverified(e.explanation(), told(response), refusesRequest(response));
      throw new Wire.NoAnswerException("HTTP " + response.status() + ", " + e.getMessage());
    }
  }

  private static boolean refusesRequest(WireAnswer response) {
    try {
      return WechatReply.read(response.status(), response.text()).refusesRequest();
    } catch (UntrustedException e) {
      return false;
    }
  }

  /** An answer in words, believed or not: its status, code and message. */
  private static String told(WireAnswer response) {
    String words = "HTTP " + response.status();
    try {
      WechatReply reply = WechatReply.read(response.status(), response.text());
      return (words + " " + reply.text("code") + " " + reply.text("message")).strip();
    } catch (UntrustedException e) {
      return words;
    }
  }

  private WireRequest request(String method, String path, String body) {
    URI uri = URI.create(settings.merchant().base() + path);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = HexFormat.of().withUpperCase().formatHex(bytes);
    String text = V3Signature.ofRequest(method, uri, timestamp, nonce, body);
    String signature = Rsa.sign(text, settings.merchantKey());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "FacePay");
    headers.put("Authorization", V3Signature.authorization(settings, timestamp, nonce, signature));
    settings.trust().key().ifPresent(key -> headers.put(SERIAL, key.id()));
    return body.isEmpty() && method.equals("GET")
        ? WireRequest.get(uri, headers)
        : new WireRequest(method, uri, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private WechatReply verified(WireAnswer response) throws UntrustedException {
    String serial = header(response, SERIAL);
    if (key(serial, trusted, clock.instant()).isEmpty() && !serial.startsWith(KEY_ID)) {
      fetch(() -> trusted.key(serial, clock.instant()).isEmpty());
    }
    String body = verify(response, trusted);
    if (!heard.add(header(response, "Wechatpay-Signature"))) {
      throw new UntrustedException(DoubtWords.HEARD_BEFORE);
    }
    return WechatReply.read(response.status(), body);
  }

  /** The body, once its signature has been checked. */
  private String verify(WireAnswer response, PlatformCertificates by) throws UntrustedException {
    String timestamp = header(response, "Wechatpay-Timestamp");
    Instant now = clock.instant();
    if (!SECONDS.matcher(timestamp).matches()
        || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs()
                .compareTo(SKEW)
            > 0) {
      throw new UntrustedException(DoubtWords.OTHER_TIME);
    }
    String serial = header(response, SERIAL);
    Optional<PublicKey> key = key(serial, by, now);
    if (key.isEmpty()) {
      throw serial.startsWith(KEY_ID)
          ? new UntrustedException(DoubtWords.OTHER_KEY, PLATFORM_KEY)
          : new UntrustedException(DoubtWords.NO_CERTIFICATE);
    }
    String body = response.text();
    String text = V3Signature.ofAnswer(timestamp, header(response, "Wechatpay-Nonce"), body);
    if (!Rsa.verify(text, header(response, "Wechatpay-Signature"), key.get())) {
      throw new UntrustedException(DoubtWords.WRONGLY_SIGNED);
    }
    return body;
  }

  private Optional<PublicKey> key(String serial, PlatformCertificates certificates, Instant now) {
    return settings.trust().key(serial).or(() -> certificates.key(serial, now));
  }

  private static String header(WireAnswer response, String name) throws UntrustedException {
    return response.header(name).orElseThrow(() -> new UntrustedException(DoubtWords.NOT_SIGNED));
  }

  private boolean stale() {
    return Duration.between(fetched, clock.instant()).abs().compareTo(CERTIFICATES_AGE) > 0;
  }

  /** What makes a fetch necessary; somebody else's fetch may have made it needless. */
  private interface Need {
    boolean still();
  }

  /** Fetches the certificates; keeps those in hand when that fails. */
  private void fetch(Need need) {
    fetching.lock();
    try {
      boolean rested = System.nanoTime() - lastTryNanos >= BETWEEN_FETCHES.toNanos();
      boolean first = trusted.bySerial().isEmpty();
      for (int i = 0; i < FETCH_TRIES && need.still() && (first || rested); i++) {
        lastTryNanos = System.nanoTime();
        fetchOnce();
      }
    } finally {
      fetching.unlock();
    }
  }

  private void fetchOnce() {
    try {
      WireAnswer response = wire.exchange(request("GET", CERTIFICATES, ""));
      if (response.status() == 200) {
        WechatReply reply = WechatReply.read(200, response.text());
        PlatformCertificates found = PlatformCertificates.read(reply, settings.trust().apiKey());
        verify(response, found);
        trusted = found;
        fetched = clock.instant();
      } else {
        problem = Sentence.of(DoubtWords.NEEDS_PUBLIC_KEY, told(response), PLATFORM_KEY);
      }
    } catch (Wire.NotSentException | Wire.NoAnswerException e) {
      problem = Sentence.of(DoubtWords.UNREACHED, String.valueOf(e.getMessage()));
    } catch (UntrustedException e) {
      problem = e.explanation();
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
