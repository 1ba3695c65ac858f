package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.terminal.language.Sentence;
import org.junit.jupiter.api.Test;

/** The workshop's pages over HTTP: goods, badges and camera, with and without the PIN. */
class WorkshopTest extends ConsoleFixture {
  private HttpResponse<String> upload(String form, byte[] list) throws Exception {
    return uploadTo("/goods", form, list);
  }

  private String chinese(String form, String list) throws Exception {
    return uploadTo("/goods?lang=zh", form, list.getBytes(StandardCharsets.UTF_8)).body();
  }

  private HttpResponse<String> upload(String form, String list) throws Exception {
    return upload(form, list.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String page) {
    Matcher digest = Pattern.compile("name=digest value=\"([0-9a-f]{64})\"").matcher(page);
    assertTrue(digest.find(), page);
    return digest.group(1);
  }

  private Path list() {
    return folder.resolve("goods.tsv");
  }

  @Test
  void aListIsReportedAndTakenOnlyAfterAYes() throws Exception {
    String form = logIn();
    String report = upload(form, Benches.cola("4") + Benches.OTHER).body();
    assertTrue(report.contains("The list is fine: 2 articles"), report);
    assertTrue(report.contains("¥3.50 → ¥4.00"), report);
    assertTrue(report.contains("Tea"), report);
    assertEquals(Benches.cola("3.50"), Files.readString(list()), "not yet");
    assertEquals(0, benches.renewals);
    String taken = postTo("/goods", "form", form, "do", "take", "digest", digest(report)).body();
    assertTrue(taken.contains("As soon as nobody shops"), taken);
    assertEquals(Benches.cola("4") + Benches.OTHER, Files.readString(list()));
    assertEquals(Benches.cola("3.50"), Files.readString(folder.resolve("goods.tsv.before")));
    assertEquals(1, benches.renewals);
    assertTrue(
        new String(benches.rows.getFirst().data(), StandardCharsets.UTF_8).contains("GOODS"));
    String again = postTo("/goods", "form", form, "do", "take", "digest", digest(report)).body();
    assertTrue(again.contains("not here any more"), again);
    assertEquals(1, benches.renewals);
  }

  @Test
  void aBadListChangesNothingAndIsSaidLineByLine() throws Exception {
    String form = logIn();
    String bad = upload(form, Benches.cola("4") + "12\tx\n" + Benches.cola("5")).body();
    assertTrue(bad.contains("is not taken"), bad);
    assertTrue(bad.contains("line 2: expected 11 columns"), bad);
    assertTrue(bad.contains("line 3: the article 6901234567892 is already in line 1"), bad);
    assertFalse(bad.contains("goods.uploaded"), "no path of this machine");
    assertTrue(chinese(form, Benches.cola("4") + "12\tx\n").contains("第 2 行：要有 11 列"));
    assertTrue(upload(form, "a\0b").body().contains("line 1: has the character \\u0000"));
    assertTrue(upload(form, new byte[] {(byte) 0xff, (byte) 0xfe, 'x'}).body().contains("UTF-8"));
    assertTrue(upload(form, "").body().contains("No file was chosen"));
    benches.unsellable = Optional.of(Sentence.verbatim("slot 3 holds <nothing>"));
    assertTrue(upload(form, Benches.cola("4")).body().contains("slot 3 holds &lt;nothing&gt;"));
    assertEquals(Benches.cola("3.50"), Files.readString(list()));
    assertFalse(Files.exists(folder.resolve("data/goods.uploaded")));
    assertEquals(0, benches.renewals);
  }

  @Test
  void anOversizedListIsRefusedInWords() throws Exception {
    String form = logIn();
    HttpResponse<String> large = upload(form, new byte[GoodsImport.MOST_BYTES + 100_000]);
    assertTrue(large.body().contains("at most 2 MB"), large.body());
    assertEquals(413, postTo("/state", "form", form, "old", "1".repeat(5_000)).statusCode());
    assertEquals(Benches.cola("3.50"), Files.readString(list()));
  }

  @Test
  void withoutThePinNothingIsTaken() throws Exception {
    assertTrue(upload("x", Benches.cola("4")).body().contains("name=pin"));
    byte[] large = new byte[GoodsImport.MOST_BYTES + 100_000];
    assertTrue(upload("x", large).body().contains("name=pin"));
    assertTrue(get("/camera").body().contains("name=pin"));
    assertTrue(postTo("/badges", "do", "add", "name", "Eve").body().contains("name=pin"));
    assertTrue(post("do", "test", "device", "printer").body().contains("name=pin"));
    logIn();
    assertEquals(403, upload("guess", Benches.cola("4")).statusCode());
    assertEquals(403, postTo("/camera", "form", "guess", "do", "turn").statusCode());
    assertFalse(Files.exists(folder.resolve("data/goods.uploaded")));
    assertTrue(benches.done.isEmpty(), "the camera stayed off");
  }

  @Test
  void anythingCanBeUploaded() throws Exception {
    Random random = new Random(5);
    String form = logIn();
    for (int n = 0; n < 150; n++) {
      byte[] list = new byte[random.nextInt(3_000)];
      random.nextBytes(list);
      assertTrue(upload(form, list).statusCode() < 500);
      byte[] line = Benches.cola("3").getBytes(StandardCharsets.UTF_8);
      line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      assertTrue(upload(form, line).statusCode() < 500);
    }
    assertEquals(Benches.cola("3.50"), Files.readString(list()));
  }

  @Test
  void badgesAreGivenAndTakenBackAfterAYes() throws Exception {
    String form = logIn();
    String page = get("/badges").body();
    assertTrue(page.contains("小&lt;李&gt;") && page.contains("Ana"), page);
    assertTrue(
        postTo("/badges", "form", form, "do", "add", "name", "Bo", "code", "FPA-X")
            .body()
            .contains("works now"));
    assertTrue(
        postTo("/badges", "form", form, "do", "add", "name", "Bo", "code", "123")
            .body()
            .contains("that is no badge's code"));
    String waits = postTo("/badges", "form", form, "do", "add", "name", "Bo").body();
    assertTrue(waits.contains("Now hold Bo") && waits.contains("http-equiv=refresh"), waits);
    String sure = postTo("/badges", "form", form, "do", "revoke", "badge", "aa11").body();
    assertTrue(sure.contains("stops working at once"), sure);
    assertFalse(sure.contains("It is the last one"), sure);
    assertTrue(
        postTo("/badges", "form", form, "do", "revoke", "badge", "aa11", "again", "aa11")
            .body()
            .contains("works no more"));
    String last = postTo("/badges", "form", form, "do", "revoke", "badge", "bb22").body();
    assertTrue(last.contains("It is the last one"), last);
    assertTrue(
        postTo("/badges", "form", form, "do", "revoke", "badge", "x", "again", "x")
            .body()
            .contains("no such badge"));
  }

  @Test
  void theCameraIsShownAndTurned() throws Exception {
    String form = logIn();
    String page = get("/camera").body();
    assertTrue(page.contains("data:image/jpeg;base64,/9g="), page);
    assertTrue(page.contains("too small"), page);
    assertTrue(
        postTo("/camera", "form", form, "do", "turn", "degrees", "90")
            .body()
            .contains("turned by 90°"));
    for (String none : new String[] {"45", "-90", "360", "9\0", "", "90.0", "９０"}) {
      String said = postTo("/camera", "form", form, "do", "turn", "degrees", none).body();
      assertTrue(said.contains("Not changed"), none);
    }
    assertTrue(get("/camera").body().contains("90° (now)"));
    benches.sight = Optional.empty();
    assertTrue(get("/camera").body().contains("shopper is being looked at"));
    assertFalse(get("/").body().contains("base64"));
  }
}
