package org.facepay.terminal.lab.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.facepay.terminal.lab.drive.BatchFigures;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.alipay.AlipayFigures;
import org.facepay.terminal.provider.wechat.WechatFigures;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * The figures of {@code scripts/bench payments}: one line each, with the peer of the same run.
 * Lives with the tests because the official SDKs are yardsticks and no part of the product.
 */
public final class PaymentsBench {
  private static final int ROUNDS = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String TEXT = "out_trade_no=W1_1&".repeat(20);
  private static final String SIGNED = Rsa.sign(TEXT, Keys.ALIPAY.getPrivate());

  private PaymentsBench() {}

  /** Something to be timed. */
  @FunctionalInterface
  public interface Call {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    AlipayFigures.print();
    WechatFigures.print();
    BatchFigures.print();
    System.exit(0); // the SDKs' threads would stay
  }

  /**
   * Times our client, the SDK's, a bare HTTP exchange with the same server and the two RSA
   * operations of a call, ours and the JDK's, in turn, and prints what each client adds to the bare
   * exchange.
   */
  public static void print(String wallet, String sdk, Call ours, Call theirs, Call bare)
      throws Exception {
    Call[] calls = {ours, theirs, bare, () -> signAndVerify(Keys.READ), PaymentsBench::jdkRsa};
    long[][] nanos = new long[calls.length][ROUNDS];
    long[][] cpu = new long[calls.length][ROUNDS];
    for (int round = -ROUNDS / 2; round < ROUNDS; round++) {
      for (int i = 0; i < calls.length; i++) {
        int turn = Math.floorMod(round + i, calls.length);
        long worked = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        calls[turn].run();
        nanos[turn][Math.max(0, round)] = System.nanoTime() - start;
        cpu[turn][Math.max(0, round)] = THREADS.getCurrentThreadCpuTime() - worked;
      }
    }
    double own = median(nanos[0]);
    double sdks = median(nanos[1]);
    double http = median(nanos[2]);
    print(wallet + "_call_p50", own, "ms", sdk, sdks);
    print(wallet + "_overhead_p50", own - http, "ms", sdk + ", goal 0.5", sdks - http);
    print(wallet + "_call_p50", own, "ms", "bare HTTP exchange", http);
    printCpu(wallet, sdk, cpu);
  }

  /** What each client works on the caller's thread, which a busy machine does not stretch. */
  private static void printCpu(String wallet, String sdk, long[][] cpu) {
    double own = median(cpu[0]);
    double sdks = median(cpu[1]);
    double bare = median(cpu[2]);
    print(wallet + "_cpu_p50", own, "ms CPU", sdk, sdks);
    print(wallet + "_cpu_overhead_p50", own - bare, "ms CPU", sdk + ", goal 0.5", sdks - bare);
    print(wallet + "_cpu_rsa_p50", median(cpu[3]), "ms CPU", "the JDK's RSA", median(cpu[4]));
  }

  /**
   * A bare exchange by the JDK's blocking client, the cheapest of those there are that is not ours:
   * its status.
   *
   * @param body empty for GET
   */
  public static int bare(URI uri, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    connection.getInputStream().readAllBytes();
    return connection.getResponseCode();
  }

  /** What every call has to do: the request is signed, the answer's signature verified. */
  private static void signAndVerify(PrivateKey key) {
    if (Rsa.sign(TEXT, key).isEmpty() || !Rsa.verify(TEXT, SIGNED, Keys.ALIPAY.getPublic())) {
      throw new IllegalStateException("RSA failed");
    }
  }

  /** The same by the JDK's own provider. */
  private static void jdkRsa() throws GeneralSecurityException {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance("SHA256withRSA", "SunRsaSign");
    signature.initSign(Keys.MERCHANT.getPrivate());
    signature.update(text);
    signature.sign();
    signature.initVerify(Keys.ALIPAY.getPublic());
    signature.update(text);
    if (!signature.verify(Base64.getDecoder().decode(SIGNED))) {
      throw new IllegalStateException("RSA failed");
    }
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  /** One line: name, value and unit, peer and its value, ratio. */
  public static void print(String name, double value, String unit, String peer, double peerValue) {
    System.out.printf(
        Locale.ROOT,
        "%-34s %10.2f %-8s | %-34s %10.2f | %.2f%n",
        name,
        value,
        unit,
        peer,
        peerValue,
        value / peerValue);
  }
}
