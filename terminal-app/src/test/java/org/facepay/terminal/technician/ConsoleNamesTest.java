package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.sync.journal.Outgoing;
import org.junit.jupiter.api.Test;

/** Who has a badge comes in by name, and what they do has it. */
class ConsoleNamesTest extends ConsoleFixture {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANA = "bb22";
  private static final String ANAS = "773301";

  private String form = "";

  private List<String> deeds() throws Exception {
    List<String> deeds = new ArrayList<>();
    for (Outgoing row : benches.rows) {
      JsonNode told = JSON.readTree(row.data());
      deeds.add(told.path("by").asText() + " " + told.path("deed").asText());
    }
    return deeds;
  }

  private void anaHasAPin() throws Exception {
    form = logIn();
    assertTrue(get("/badges").body().contains("Nobody has a console PIN"));
    assertTrue(give(ANA, ANAS, "773302").contains("Not set"));
    assertTrue(give(ANA, "7733", "7733").contains("Not set"));
    assertTrue(give("none", ANAS, ANAS).contains("no such badge"));
    assertTrue(give(ANA, ANAS, ANAS).contains("Ana has a console PIN now"));
    assertFalse(get("/badges").body().contains("Nobody has a console PIN"));
    assertTrue(get("/state").body().contains("console.css"), "whoever is there stays");
  }

  private String give(String badge, String fresh, String again) throws Exception {
    return postTo(
            "/badges", "do", "pin", "form", form, "holder", badge, "fresh", fresh, "again", again)
        .body();
  }

  private int comesIn(String name, String pin) throws Exception {
    cookie = "";
    int status = post("who", name, "pin", pin).statusCode();
    Matcher secret = Pattern.compile("name=form value=\"([^\"]+)\"").matcher(get("/state").body());
    form = secret.find() ? secret.group(1) : "";
    return status;
  }

  @Test
  void everyDeedNamesWhoDidIt() throws Exception {
    anaHasAPin();
    assertEquals(403, comesIn("", PIN), "the shared PIN opens nothing any more");
    assertEquals(403, comesIn("小<李>", ANAS), "it is Ana's");
    assertEquals(303, comesIn("Ana", ANAS));
    assertTrue(get("/state?lang=en").body().contains("Ana is at work"));
    postTo("/state", "form", form, "do", "zero-scale");
    postTo("/state", "form", form, "do", "slots-serviced");
    postTo("/state", "form", form, "do", "restart");
    postTo("/", "form", form, "do", "print-day", "day", "2026-11-25");
    postTo("/", "form", form, "do", "export", "member", "M1");
    postTo("/", "form", form, "do", "erase", "member", "M1", "again", "M1");
    byte[] list = Benches.cola("4").getBytes(StandardCharsets.UTF_8);
    Matcher digest =
        Pattern.compile("name=digest value=\"(\\w+)\"")
            .matcher(uploadTo("/goods", form, list).body());
    assertTrue(digest.find());
    postTo("/goods", "form", form, "do", "take", "digest", digest.group(1));
    assertEquals(
        List.of(
            "technician PIN_GIVEN",
            "Ana SCALE_ZEROED",
            "Ana SLOTS_SERVICED",
            "Ana DAY_PRINTED",
            "Ana MEMBER_EXPORTED",
            "Ana MEMBER_ERASED",
            "Ana GOODS_IMPORTED"),
        deeds(),
        "nobody would restart it");
  }

  @Test
  void aPinIsChangedByItsOwnerAndLeavesTheSharedOneAlone() throws Exception {
    anaHasAPin();
    assertEquals(303, comesIn("Ana", ANAS));
    for (String old : List.of(PIN, "111111")) {
      assertTrue(change(old).contains("role=alert"), old);
    }
    assertTrue(change(ANAS).contains("role=status"));
    assertEquals(403, comesIn("Ana", ANAS));
    assertEquals(303, comesIn("Ana", "908070"));
    assertEquals(PIN, Files.readString(folder.resolve("pin")).strip());
    assertEquals("Ana PIN_CHANGED", deeds().getLast());
  }

  private String change(String old) throws Exception {
    return postTo(
            "/state", "do", "new-pin", "form", form, "old", old, "fresh", "908070", "again",
            "908070")
        .body();
  }

  @Test
  void aBadgeThatIsTakenBackTakesPinAndSessionAlong() throws Exception {
    anaHasAPin();
    assertEquals(303, comesIn("Ana", ANAS));
    String anas = cookie;
    benches.badges.revoke(ANA, "小<李>");
    cookie = anas;
    assertTrue(get("/state").body().contains("name=pin"), "the session is over");
    assertEquals(403, comesIn("Ana", ANAS));
    assertEquals(303, comesIn("", PIN), "nobody else has a PIN of their own");
  }

  @Test
  void guessesAtOneNameRestAll() throws Exception {
    anaHasAPin();
    for (int n = 0; n < 5; n++) {
      assertEquals(403, comesIn(n % 2 == 0 ? "Ana" : "nobody", "11111" + n));
    }
    assertEquals(403, comesIn("Ana", ANAS));
    now = now.plusSeconds(61);
    assertEquals(303, comesIn("Ana", ANAS));
  }

  @Test
  void whatIsKeptTellsNobodysPinAndIsReadAgain() throws Exception {
    anaHasAPin();
    Path file = folder.resolve("pin.holders");
    assertFalse(Files.readString(file).contains(ANAS));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    HolderPins again = HolderPins.beside(folder.resolve("pin"), Optional::empty);
    assertTrue(again.accepts("Ana", ANAS));
    assertFalse(again.accepts("Ana", PIN) || again.accepts("nobody", "000000"));
    HolderPins badgeless =
        HolderPins.beside(folder.resolve("pin"), () -> Optional.of(Set.of("Bo")));
    assertFalse(badgeless.any() || badgeless.accepts("Ana", ANAS));
    assertTrue(again.toString().contains("REDACTED"));
    again.forget("Ana");
    assertFalse(HolderPins.beside(folder.resolve("pin"), Optional::empty).any());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThrows(
        IOException.class, () -> HolderPins.beside(folder.resolve("pin"), Optional::empty));
  }

  @Test
  void aFileThatIsNoneIsRefusedWithItsLine() throws Exception {
    anaHasAPin();
    Path file = folder.resolve("pin.holders");
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int n = 0; n < 400; n++) {
      byte[] bad = good.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bad);
      try {
        boolean any = HolderPins.beside(folder.resolve("pin"), Optional::empty).any();
        assertTrue(any || bad.length < good.length);
      } catch (IOException e) {
        assertTrue(e.getMessage().contains("line"), e.getMessage());
      }
    }
  }
}
