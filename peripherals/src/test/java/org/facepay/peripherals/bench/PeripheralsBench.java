package org.facepay.peripherals.bench;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.Pty;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.printer.EscPosEncoder;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.peripherals.scale.ScaleSimulator;
import org.facepay.peripherals.scale.ScaleWorker;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.ScannerSimulator;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.peripherals.shelf.ModbusShelves;
import org.facepay.peripherals.shelf.ShelfProfile;
import org.facepay.peripherals.shelf.ShelfSimulator;

/** Figures of the devices' software on this machine: name value unit | peer value | ratio. */
public final class PeripheralsBench {
  private static final int SCANS = 2_000;
  private static final int RECEIPTS = 2_000;
  private static final String QR = "https://e.example.cn/r/20260314-0003-000128?s=7Yq1Xk4c";

  private PeripheralsBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("facepay-bench");
    scans(folder);
    receipts();
    shelves(folder);
    recovery(folder);
    System.exit(0);
  }

  private static void scans(Path folder) throws Exception {
    double wire = p99(roundTrips());
    BlockingQueue<ScanResult> results = new LinkedBlockingQueue<>();
    long[] nanos = new long[SCANS];
    try (ScannerSimulator simulator = ScannerSimulator.start(folder.resolve("scanner"));
        ScannerWorker worker =
            ScannerWorker.start("scanner", simulator.path(), results::add, h -> {})) {
      Await.until("online", () -> worker.health().online());
      for (int i = 0; i < SCANS; i++) {
        long sent = System.nanoTime();
        simulator.scan("6901234567892");
        Scan scan = (Scan) results.poll(5, TimeUnit.SECONDS);
        nanos[i] = scan.receivedNanos() - sent;
      }
    }
    print("scan wire->event p99", p99(nanos), "ms", "pty round trip p99", wire);
  }

  private static long[] roundTrips() throws Exception {
    long[] nanos = new long[SCANS];
    try (Pty pty = Pty.open();
        Link link = SerialLink.open(pty.path(), SerialSettings.eightN1(9600))) {
      byte[] buffer = new byte[64];
      for (int i = 0; i < SCANS; i++) {
        long began = System.nanoTime();
        link.write(
            "6901234567892\r".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            Duration.ofSeconds(1));
        for (int got = 0; got < 14; ) {
          got += pty.read(buffer, Duration.ofSeconds(1));
        }
        pty.write(
            "6901234567892\r".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            Duration.ofSeconds(1));
        for (int got = 0; got < 14; ) {
          got += link.read(buffer, Duration.ofSeconds(1));
        }
        nanos[i] = System.nanoTime() - began;
      }
    }
    return nanos;
  }

  /** Thirty lines of Chinese with a QR code, ours and escpos-coffee's. */
  private static void receipts() throws Exception {
    int ours = 0;
    int theirs = 0;
    long[] mine = new long[RECEIPTS];
    long[] coffee = new long[RECEIPTS];
    for (int i = 0; i < RECEIPTS; i++) {
      long began = System.nanoTime();
      ours = EscPosEncoder.encode(receipt()).length;
      mine[i] = System.nanoTime() - began;
      began = System.nanoTime();
      theirs = coffee();
      coffee[i] = System.nanoTime() - began;
    }
    print("receipt of 30 lines", ours, "bytes", "escpos-coffee 4.1.0", theirs);
    print("receipt of 30 lines p50", p50(mine), "ms", "escpos-coffee 4.1.0", p50(coffee));
  }

  private static ReceiptDocument receipt() {
    List<ReceiptDocument.Element> elements = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      elements.add(new ReceiptDocument.Text(line(i)));
    }
    elements.add(new ReceiptDocument.QrCode(QR, 6));
    elements.add(new ReceiptDocument.Cut());
    return new ReceiptDocument(elements);
  }

  private static int coffee() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (EscPos escpos = new EscPos(out)) {
      escpos.initializePrinter();
      escpos.setCharsetName("GB18030");
      escpos.write(0x1C).write('&');
      for (int i = 0; i < 30; i++) {
        escpos.writeLF(new Style(), line(i));
      }
      QRCode qr = new QRCode();
      qr.setSize(6);
      qr.setErrorCorrectionLevel(QRCode.QRErrorCorrectionLevel.QR_ECLEVEL_M_Default);
      qr.setJustification(EscPosConst.Justification.Center);
      escpos.write(qr, QR);
      escpos.feed(5);
      escpos.cut(EscPos.CutMode.PART);
    }
    return out.size();
  }

  private static String line(int i) {
    return "农夫山泉饮用天然水 550ml " + i + " x 2.00";
  }

  private static void shelves(Path folder) throws Exception {
    List<Integer> six = List.of(1, 2, 3, 4, 5, 6);
    try (ShelfSimulator simulator =
            ShelfSimulator.start(ShelfProfile.GENERIC_32, six, folder.resolve("shelves"));
        ModbusShelves bus =
            new ModbusShelves(
                SerialLink.open(simulator.path(), SerialSettings.eightN1(115_200)),
                ShelfProfile.GENERIC_32,
                six)) {
      long began = System.nanoTime();
      int rounds = 0;
      while (System.nanoTime() - began < 3_000_000_000L) {
        for (int shelf : six) {
          bus.readCells(shelf);
        }
        rounds++;
      }
      double hertz = rounds / ((System.nanoTime() - began) / 1e9);
      // A bus of 115200 baud carries 8 + 15 bytes and two pauses of 1.75 ms for each shelf.
      double possible = 1 / (6 * (23 * 10 / 115_200.0 + 2 * 0.00175));
      print("6 shelves on one bus", hertz, "Hz each", "115200 baud carry at most", possible);
    }
  }

  private static void recovery(Path folder) throws Exception {
    long[] scanner = new long[30];
    long[] scale = new long[30];
    try (ScannerSimulator simulator = ScannerSimulator.start(folder.resolve("scanner2"));
        ScannerWorker worker = ScannerWorker.start("scanner", simulator.path(), r -> {}, h -> {})) {
      Await.until("online", () -> worker.health().online());
      for (int i = 0; i < scanner.length; i++) {
        simulator.unplug();
        Await.until("offline", () -> !worker.health().online());
        long plugged = System.nanoTime();
        simulator.replug();
        Await.until("online", () -> worker.health().online());
        scanner[i] = System.nanoTime() - plugged;
      }
    }
    try (ScaleSimulator simulator = ScaleSimulator.start("mt-sics", folder.resolve("scale"));
        ScaleWorker worker =
            ScaleWorker.start(
                "scale",
                Scales.named("mt-sics"),
                Opener.serial(simulator.path(), SerialSettings.eightN1(9600)),
                r -> {},
                h -> {})) {
      simulator.load(500_000);
      for (int i = 0; i < scale.length; i++) {
        Await.until("billable", () -> worker.billable().isPresent());
        simulator.peer().inflict(Fault.HANG_UP);
        Await.until("gone", () -> worker.billable().isEmpty());
        long plugged = System.nanoTime();
        simulator.peer().heal();
        Await.until("billable", () -> worker.billable().isPresent());
        scale[i] = System.nanoTime() - plugged;
      }
    }
    print("scanner replug->online p95", quantile(scanner, 0.95), "ms", "goal", 1200);
    print("scale replug->billable p95", quantile(scale, 0.95), "ms", "goal", 1200);
  }

  private static double p50(long[] nanos) {
    return quantile(nanos, 0.5);
  }

  private static double p99(long[] nanos) {
    return quantile(nanos, 0.99);
  }

  private static double quantile(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
  }

  private static void print(String name, double value, String unit, String peer, double other) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %10.3f %-8s | %-28s %10.3f | %.2f%n",
        name,
        value,
        unit,
        peer,
        other,
        value / other);
  }
}
