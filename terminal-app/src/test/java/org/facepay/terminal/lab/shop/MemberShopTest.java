package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Members who show no face, on the running terminal with its real stores and a real scanner line.
 */
@NeedsNatives
@Slow("starts a terminal, whose demo has a member with a face")
class MemberShopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String TEA = "6900123400074";
  private static final String PHONE = "13900001234";

  @TempDir Path folder;
  private DemoShop shop;
  private Program terminal;
  private PageClient page;

  @BeforeEach
  void open() throws Exception {
    shop =
        new DemoShop(
            folder.resolve("shop"), new DemoShop.Settings(0, Duration.ofSeconds(1), true, true));
    terminal = Program.from(shop.config());
    page = new PageClient(terminal.terminal().url());
    screen("attract");
  }

  @AfterEach
  void close() throws Exception {
    page.close();
    terminal.close();
    shop.close();
  }

  private JsonNode screen(String type) throws Exception {
    return page.awaitScreen(type, PATIENCE).path("screen");
  }

  private void type(String digits) throws Exception {
    for (int n = 0; n < digits.length(); n++) {
      int typed = n;
      page.await(
          typed + " digits",
          s -> s.path("screen").path("digits").asText().length() == typed,
          PATIENCE);
      page.digit(digits.charAt(n) - '0');
    }
    page.await(
        "all digits",
        s -> s.path("screen").path("digits").asText().length() == digits.length(),
        PATIENCE);
    page.touch("confirmDigits");
  }

  private JsonNode known() throws Exception {
    return page.await(
            "a member's prices",
            s ->
                s.path("screen").path("member").path("state").asText().equals("KNOWN")
                    && s.path("screen").path("totals").path("items").asInt() == 1,
            PATIENCE)
        .path("screen");
  }

  private void wiped() throws Exception {
    page.touch("cancel");
    page.await("the question", s -> s.path("overlay").has("items"), PATIENCE);
    page.touch("confirmCancel");
    screen("attract");
  }

  @Test
  void theCodeBringsTheMembersPriceAndStandsInNoJournal() throws Exception {
    shop.scanner().scan(shop.memberCode());
    screen("basket");
    shop.scanner().scan(TEA);
    assertEquals("4.70", known().path("totals").path("total").asText());
    String seal = shop.memberCode().substring(shop.memberCode().length() - 20);
    page.close();
    terminal.close();
    try (Stream<Path> files = Files.walk(folder.resolve("shop/data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(seal),
            file.toString());
      }
    }
  }

  @Test
  void whoJoinsByPhoneIsKnownByNumberAndDigitsFromThenOn() throws Exception {
    shop.scanner().scan(TEA);
    screen("basket");
    page.touch("member");
    assertTrue(screen("consent").path("otherwise").asBoolean());
    page.touch("withoutFace");
    assertTrue(screen("memberWays").path("scanner").asBoolean());
    page.touch("join");
    screen("keypad");
    type(PHONE);
    assertEquals("MEMBERSHIP", screen("consent").path("purpose").asText());
    page.touch("agreeFace");
    JsonNode card =
        page.await(
                "the member's own code",
                s -> !s.path("screen").path("code").asText("").isEmpty(),
                PATIENCE)
            .path("screen");
    assertEquals("MEMBERSHIP", card.path("kept").asText());
    page.touch("back");
    assertEquals("4.70", known().path("totals").path("total").asText());
    wiped();

    shop.scanner().scan(TEA);
    screen("basket");
    page.touch("member");
    screen("consent");
    page.touch("withoutFace");
    screen("memberWays");
    page.touch("byPhone");
    screen("keypad");
    type(PHONE);
    type(card.path("digits").asText());
    assertEquals("4.70", known().path("totals").path("total").asText());

    page.touch("member");
    screen("memberCard");
    page.touch("leaveMembership");
    page.await("the question", s -> !s.path("overlay").isNull(), PATIENCE);
    page.touch("confirmLeave");
    assertEquals("MEMBERSHIP_ENDED", screen("basket").path("notice").path("kind").asText());
    wiped();
    shop.scanner().scan(card.path("code").asText());
    page.await(
        "nobody has this code any more",
        s -> s.path("screen").path("notice").path("kind").asText().equals("MEMBER_NOT_FOUND"),
        PATIENCE);
  }
}
