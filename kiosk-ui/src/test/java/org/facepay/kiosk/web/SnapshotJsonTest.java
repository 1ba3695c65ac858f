package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.junit.jupiter.api.Test;

/** What the page reads is what the terminal meant. */
class SnapshotJsonTest {
  private static final JsonMapper READER =
      SnapshotJson.mapper()
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Test
  void everySnapshotComesBackAsItWas() throws IOException {
    for (Language language : Language.values()) {
      var display = SampleScreens.display(language, true, false);
      for (var sample : new SampleScreens(language).all().values()) {
        Snapshot sent = new Snapshot(7, display, sample.screen(), sample.overlay());
        assertEquals(sent, READER.readValue(SnapshotJson.write(sent), Snapshot.class));
      }
    }
  }

  @Test
  void namesAndShapeAreFixed() throws IOException {
    var sample = new SampleScreens(Language.ZH).all().get("idle");
    var display = SampleScreens.display(Language.ZH, false, true);
    var json =
        READER.readTree(
            SnapshotJson.write(new Snapshot(12, display, sample.screen(), sample.overlay())));

    assertEquals(12, json.path("seq").longValue());
    assertEquals("ZH", json.at("/display/language").textValue());
    assertTrue(json.at("/display/highContrast").booleanValue());
    assertEquals("basket", json.at("/screen/type").textValue());
    assertEquals("7.50", json.at("/screen/lines/0/price").textValue());
    assertTrue(json.at("/screen/lines/2/was").isNull());
    assertEquals("idleWarning", json.at("/overlay/type").textValue());
    assertEquals(16, json.at("/overlay/seconds").intValue());

    Snapshot plain = new Snapshot(1, display, new Screen.Boot(), Optional.empty());
    assertTrue(READER.readTree(SnapshotJson.write(plain)).path("overlay").isNull());
  }

  @Test
  void theReceiptsCodeCanBeRead() throws ReaderException {
    String url = "https://qingli.example/r/7F3K20419ZQ8M4?小票=1";
    QrModules code = QrModules.of(url);

    assertEquals(url, decoded(code));
  }

  @Test
  void aCodeToPayIsSentWithItsModulesAndCanBeRead() throws IOException, ReaderException {
    var pay = new PaymentSamples(Language.EN).payQr(102, false);
    var display = SampleScreens.display(Language.EN, false, false);
    var json = READER.readTree(SnapshotJson.write(new Snapshot(1, display, pay, Optional.empty())));

    assertEquals("payQr", json.at("/screen/type").textValue());
    var code = json.at("/screen/payCode");
    var modules = new QrModules(code.path("size").intValue(), code.path("path").textValue());
    assertEquals(pay.url(), decoded(modules));
  }

  @Test
  void theAmountsOfTheSampleAddUp() {
    for (Language language : Language.values()) {
      SampleScreens sample = new SampleScreens(language);
      Screen.Totals totals = sample.totals();
      long lines = sample.lines().stream().mapToLong(line -> cents(line.price())).sum();
      long cut = totals.reductions().stream().mapToLong(r -> cents(r.amount())).sum();

      assertEquals(cents(totals.total()), lines);
      assertEquals(cents(totals.gross()) - cut, cents(totals.total()));
      assertEquals(cut, cents(totals.saved().orElseThrow()));
    }
  }

  private static long cents(String amount) {
    return Long.parseLong(amount.replace(".", ""));
  }

  /** Paints the path, 4 pixels a module with the quiet zone, and reads it as a phone would. */
  private static String decoded(QrModules code) throws ReaderException {
    int module = 4;
    int side = (code.size() + 8) * module;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
    while (run.find()) {
      int left = (Integer.parseInt(run.group(1)) + 4) * module;
      int top = (Integer.parseInt(run.group(2)) + 4) * module;
      int width = Integer.parseInt(run.group(3)) * module;
      for (int y = top; y < top + module; y++) {
        Arrays.fill(pixels, y * side + left, y * side + left + width, 0);
      }
    }
    var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true)).getText();
  }
}
