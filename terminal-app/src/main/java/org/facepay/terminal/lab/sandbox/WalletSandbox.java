package org.facepay.terminal.lab.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facepay.terminal.provider.wire.Loopback;
import org.jspecify.annotations.Nullable;

/**
 * What the sandboxes of all wallets share: the server, the ledger that knows the truth, and what
 * their script does to a payment and its answer. A wallet adds its wire format and signatures.
 */
public abstract class WalletSandbox implements AutoCloseable {
  static final int MAX_BODY = 64 * 1024;
  private static final String PROXY_PAGE = "<html><h1>502 Bad Gateway</h1></html>";

  /** Who signs an answer, and what becomes of it on the way. */
  enum Delivery {
    GENUINE,
    FORGED,
    UNSIGNED,
    TRUNCATED
  }

  /**
   * An answer before it is signed.
   *
   * @param method what it answers, where the wire names it
   * @param status of HTTP
   */
  record Reply(String method, int status, String body) {}

  /** A payment that is asked for; the amount in yuan. */
  record Asked(String outTradeNo, String authCode, String amount) {}

  /**
   * How long {@link Behaviour#PAID_BUT_LATE} keeps its answer, and {@link Behaviour#PAID_AFTER_CUT}
   * its payment.
   */
  private final Duration late;

  private final String path;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sandbox").daemon().factory());
  private final Ledger ledger = new Ledger();
  private final Promises promises = new Promises(ledger);
  private final int port;
  private HttpServer server;
  private final AtomicInteger stalls = new AtomicInteger();
  private volatile @Nullable Weather weather;
  private volatile CountDownLatch request = new CountDownLatch(1);
  private volatile Duration promised = Duration.ofDays(36_525);

  /** Starts on a free port of the loopback address. */
  WalletSandbox(String path, Duration late) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.path = path;
    this.late = late;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  /** Where it listens, up to the port. */
  public final URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Outcomes of the next payments, in order. */
  public final void script(Behaviour... behaviours) {
    ledger.script(List.of(behaviours));
  }

  /** Outcome of every payment that no script names. */
  public final void otherwise(Behaviour behaviour) {
    ledger.otherwise(_ -> behaviour);
  }

  /** Outcome of every payment that no script names, by its code. */
  public final void onCodes(Function<String, Behaviour> byAuthCode) {
    ledger.otherwise(byAuthCode);
  }

  /** Outcome of the payment with this code. */
  public final void onCode(String authCode, Behaviour behaviour) {
    ledger.onCode(authCode, behaviour);
  }

  /** What happens to all other requests and answers; until then, nothing does. */
  public final void weather(Weather now) {
    weather = now;
  }

  /** Every order that was ever taken in. */
  public final List<Trade> trades() {
    return ledger.trades();
  }

  /**
   * A shopper scans the code of a shown order.
   *
   * @param pays whether the shopper also confirms
   * @return whether the order could still be paid
   */
  public final boolean scan(String outTradeNo, boolean pays) {
    return (pays && promises.scan(outTradeNo)) || ledger.scan(outTradeNo, pays, Instant.now());
  }

  /** As {@link #scan}, of the order that was shown last. */
  public final boolean scanNewest(boolean pays) {
    return ledger.newestShown().map(order -> scan(order, pays)).orElse(false);
  }

  /** Makes a payment older than it is, as one of an earlier day under the same number. */
  public final void age(String outTradeNo, Duration by) {
    ledger.age(outTradeNo, by);
  }

  /** What of a trade went back by refunds, in fen. */
  public final long refunded(String outTradeNo) {
    return ledger.refunded(outTradeNo);
  }

  /** Every hold that was ever taken in. */
  public final List<Promise> promises() {
    return promises.all();
  }

  /** The wallet lets a hold go by itself: its time is over. */
  public final void expire(String outOrderNo) {
    var _ = promises.cancel(outOrderNo);
  }

  /** Requests a gateway has to refuse: wrong signatures, codes used twice. */
  public final List<String> violations() {
    return ledger.violations();
  }

  final Ledger ledger() {
    return ledger;
  }

  final Promises holds() {
    return promises;
  }

  /** Lets go of every hold of which nothing was taken, as when its time is over. */
  public final void expireHolds() {
    promises.expire();
  }

  /** Cuts the network, or joins it again. */
  public final synchronized void online(boolean on) throws IOException {
    server.stop(0);
    if (on) {
      server = listen(port);
    }
  }

  /** Opens when somebody asks for something from now on. */
  public final CountDownLatch nextRequest() {
    CountDownLatch next = new CountDownLatch(1);
    request = next;
    return next;
  }

  @Override
  public final synchronized void close() {
    server.stop(0);
    handlers.shutdownNow();
    later.shutdownNow();
  }

  private HttpServer listen(int at) throws IOException {
    HttpServer made = Loopback.server(at, 64);
    made.createContext(path, this::handle);
    made.setExecutor(handlers);
    made.start();
    return made;
  }

  private void handle(HttpExchange exchange) throws IOException {
    request.countDown();
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
      serve(exchange, body);
    }
  }

  /** Checks a request and answers it. */
  abstract void serve(HttpExchange exchange, String body) throws IOException;

  /** Signs an answer and sends it. */
  abstract void send(HttpExchange exchange, Reply reply, Delivery how) throws IOException;

  /** What a payment came to, in the wallet's words. */
  abstract Reply paymentReply(Ledger.Paid paid);

  /** "Paid", for an order that need not be. */
  abstract Reply falseReply(String outTradeNo, String amount);

  /** The wallet cannot tell what became of a request. */
  abstract Reply systemError(String method);

  /** Where a payment, or a promise of one, is taken in; the wallet's books stand behind it. */
  interface Till {
    /** Takes it in and answers. */
    Reply take(Behaviour behaviour);

    /** "Done", for an order that need not be. */
    Reply lie(String outTradeNo);
  }

  /** Does with a payment what the script says. */
  final void pay(HttpExchange exchange, String method, Asked asked) throws IOException {
    Till till =
        new Till() {
          @Override
          public Reply take(Behaviour behaviour) {
            return paymentReply(
                ledger.pay(asked.outTradeNo(), asked.authCode(), asked.amount(), behaviour));
          }

          @Override
          public Reply lie(String outTradeNo) {
            return falseReply(outTradeNo, asked.amount());
          }
        };
    pay(exchange, method, asked.outTradeNo(), asked.authCode(), till);
  }

  /** When a request was sent, by its own words; to the second, never later than it was. */
  abstract Instant sentAt(HttpExchange exchange);

  /** Does what the script says with whatever this number and code are for. */
  final void pay(HttpExchange exchange, String method, String number, String code, Till till)
      throws IOException {
    Behaviour behaviour = ledger.behaviour(number, code);
    Instant sent = sentAt(exchange);
    ledger.tell(number, method + " sent " + sent + ": " + behaviour);
    switch (behaviour) {
      case CUT -> throw new IOException("cut");
      case PAID_AFTER_CUT -> {
        var _ =
            later.schedule(
                () -> inTime(number, sent) ? till.take(Behaviour.APPROVE) : null,
                late.toMillis(),
                TimeUnit.MILLISECONDS);
        throw new IOException("cut");
      }
      case SYSTEM_ERROR -> send(exchange, systemError(method), Delivery.GENUINE);
      case FORGED -> send(exchange, till.lie(number), Delivery.FORGED);
      case OTHER_ORDER -> send(exchange, till.lie("another_order"), Delivery.GENUINE);
      default -> {
        if (!inTime(number, sent)) {
          throw new IOException("cut");
        }
        answer(exchange, till.take(behaviour), behaviour);
      }
    }
  }

  /**
   * Whether a payment may still be carried out. One that waited in a queue of ours, because the
   * machine had no time for us, longer than we tell merchants that it can, is dropped: they have
   * been told that it never came.
   */
  private boolean inTime(String number, Instant sent) {
    Instant now = Instant.now();
    boolean inTime = !now.isAfter(sent.plus(promised));
    if (!inTime) {
      stalls.incrementAndGet();
    }
    ledger.tell(number, inTime ? "carried out" : "dropped: it waited too long in our queue");
    return inTime;
  }

  /**
   * From now on no payment is carried out later than this after it was sent.
   *
   * @param most at least two seconds, since requests tell their time in whole ones
   */
  public final void promise(Duration most) {
    promised = most;
  }

  /** Payments that were dropped because they waited too long in the sandbox itself. */
  public final int stalls() {
    return stalls.get();
  }

  /** What was asked about an order and what was done with it, with the times. */
  public final List<String> story(String outTradeNo) {
    return ledger.story(outTradeNo);
  }

  private void answer(HttpExchange exchange, Reply reply, Behaviour behaviour) throws IOException {
    String method = reply.method();
    switch (behaviour) {
      case PAID_BUT_SYSTEM_ERROR -> send(exchange, systemError(method), Delivery.GENUINE);
      case PAID_BUT_CUT -> throw new IOException("cut");
      case PAID_BUT_LATE -> {
        pause();
        send(exchange, reply, Delivery.GENUINE);
      }
      case PAID_BUT_BAD_GATEWAY -> write(exchange, 502, PROXY_PAGE);
      case PAID_BUT_UNSIGNED -> send(exchange, reply, Delivery.UNSIGNED);
      case PAID_BUT_TRUNCATED -> send(exchange, reply, Delivery.TRUNCATED);
      default -> send(exchange, reply, Delivery.GENUINE);
    }
  }

  private void pause() {
    try {
      Thread.sleep(late);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does something other than a payment and answers, as the weather has it. */
  final void respond(HttpExchange exchange, String method, Supplier<Reply> doing)
      throws IOException {
    respond(exchange, method, "", doing);
  }

  /**
   * As above.
   *
   * @param number of the order it is about
   */
  final void respond(HttpExchange exchange, String method, String number, Supplier<Reply> about)
      throws IOException {
    Weather now = weather;
    Weather.Event event = now == null ? Weather.Event.NONE : now.next();
    Supplier<Reply> doing =
        () -> {
          Reply reply = about.get();
          if (!number.isEmpty()) {
            ledger.tell(number, "  " + reply.status() + " " + reply.body());
          }
          return reply;
        };
    if (!number.isEmpty()) {
      ledger.tell(number, method + ": " + event);
    }
    switch (event) {
      case NONE -> send(exchange, doing.get(), Delivery.GENUINE);
      case CUT -> throw new IOException("cut");
      case CUT_AFTER -> {
        doing.get();
        throw new IOException("cut");
      }
      case LATE -> {
        Reply reply = doing.get();
        pause();
        send(exchange, reply, Delivery.GENUINE);
      }
      case SYSTEM_ERROR -> send(exchange, systemError(method), Delivery.GENUINE);
      case BAD_GATEWAY -> write(exchange, 502, PROXY_PAGE);
      case BAD_GATEWAY_AFTER -> {
        doing.get();
        write(exchange, 502, PROXY_PAGE);
      }
      case FORGED -> send(exchange, doing.get(), Delivery.FORGED);
      case UNSIGNED -> send(exchange, doing.get(), Delivery.UNSIGNED);
      case TRUNCATED -> send(exchange, doing.get(), Delivery.TRUNCATED);
    }
  }

  static void write(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
