package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says is taken to the letter, everything else is refused without a trace of it. */
class PageMessagesTest {
  private static final List<String> GOOD =
      List.of(
          "{\"intent\":\"start\",\"seq\":1}",
          "{\"intent\":\"openLine\",\"line\":\"17\",\"seq\":2}",
          "{\"intent\":\"closeLine\",\"seq\":2}",
          "{\"intent\":\"oneMore\",\"seq\":3,\"line\":\"a\"}",
          "{\"intent\":\"oneLess\",\"line\":\"a\",\"seq\":3}",
          "{\"intent\":\"removeLine\",\"line\":\"a\",\"seq\":3}",
          "{\"intent\":\"addBag\",\"seq\":3}",
          "{\"intent\":\"cancel\",\"seq\":3}",
          "{\"intent\":\"confirmCancel\",\"seq\":3}",
          "{\"intent\":\"pay\",\"seq\":3}",
          "{\"intent\":\"chooseMethod\",\"method\":\"STAFF\",\"seq\":3}",
          "{\"intent\":\"leaveRestricted\",\"seq\":3}",
          "{\"intent\":\"confirmAge\",\"seq\":3}",
          "{\"intent\":\"chooseTask\",\"job\":\"VOID\",\"seq\":3}",
          "{\"intent\":\"chooseOption\",\"option\":\"DAMAGED\",\"seq\":3}",
          "{\"intent\":\"takeCash\",\"seq\":3}",
          "{\"intent\":\"refuseAge\",\"seq\":3}",
          "{\"intent\":\"back\",\"seq\":3}",
          "{\"intent\":\"retry\",\"seq\":3}",
          "{\"intent\":\"anotherWay\",\"seq\":3}",
          "{\"intent\":\"member\",\"seq\":3}",
          "{\"intent\":\"agreeFace\",\"seq\":3}",
          "{\"intent\":\"fullNotice\",\"seq\":3}",
          "{\"intent\":\"deleteDigit\",\"seq\":3}",
          "{\"intent\":\"clearDigits\",\"seq\":3}",
          "{\"intent\":\"confirmPerson\",\"seq\":3}",
          "{\"intent\":\"putBack\",\"seq\":3}",
          "{\"intent\":\"changeNumbers\",\"seq\":3}",
          "{\"intent\":\"join\",\"seq\":3}",
          "{\"intent\":\"notMe\",\"seq\":3}",
          "{\"intent\":\"withdrawFace\",\"seq\":3}",
          "{\"intent\":\"confirmWithdraw\",\"seq\":3}",
          "{\"intent\":\"confirmDigits\",\"seq\":3}",
          "{\"intent\":\"withoutFace\",\"seq\":3}",
          "{\"intent\":\"byPhone\",\"seq\":3}",
          "{\"intent\":\"leaveMembership\",\"seq\":3}",
          "{\"intent\":\"confirmLeave\",\"seq\":3}",
          "{\"intent\":\"digit\",\"digit\":0,\"seq\":3}",
          "{\"intent\":\"digit\",\"digit\":9,\"seq\":3}",
          "{\"intent\":\"chooseMethod\",\"method\":\"WALLET_FACE\",\"seq\":3}",
          "{\"intent\":\"noBarcode\",\"seq\":3}",
          "{\"intent\":\"chooseGood\",\"good\":\"apple\",\"seq\":3}",
          "{\"intent\":\"searchGoods\",\"seq\":3}",
          "{\"intent\":\"searchLetter\",\"letter\":\"A\",\"seq\":3}",
          "{\"intent\":\"searchLetter\",\"letter\":\"Z\",\"seq\":3}",
          "{\"intent\":\"clearSearch\",\"seq\":3}",
          "{\"intent\":\"tare\",\"seq\":3}",
          "{\"intent\":\"morePieces\",\"seq\":3}",
          "{\"intent\":\"fewerPieces\",\"seq\":3}",
          "{\"intent\":\"addWeighed\",\"seq\":3}",
          "{\"intent\":\"newCode\",\"seq\":3}",
          "{\"intent\":\"choosePlan\",\"plan\":\"3\",\"seq\":3}",
          "{\"intent\":\"payAtOnce\",\"seq\":3}",
          "{\"intent\":\"payInParts\",\"seq\":3}",
          "{\"intent\":\"agreeHold\",\"seq\":3}",
          "{\"intent\":\"tickLine\",\"line\":\"2\",\"seq\":3}",
          "{\"intent\":\"requestRefund\",\"seq\":3}",
          "{\"intent\":\"keepHere\",\"seq\":3}",
          "{\"intent\":\"dispute\",\"seq\":3}",
          "{\"intent\":\"notTaken\",\"seq\":3}",
          "{\"intent\":\"wrongNumber\",\"seq\":3}",
          "{\"intent\":\"chooseMethod\",\"method\":\"CARD\",\"seq\":3}",
          "{\"intent\":\"chooseMethod\",\"method\":\"WALLET_QR\",\"seq\":3}",
          "{\"intent\":\"printReceipt\",\"seq\":3}",
          "{\"intent\":\"noPaper\",\"seq\":3}",
          "{\"intent\":\"start\",\"seq\":1,\"held\":85}",
          "{\"intent\":\"digit\",\"digit\":7,\"held\":3600000,\"seq\":1}",
          "{\"intent\":\"printReference\",\"seq\":3}",
          "{\"intent\":\"callStaff\",\"seq\":3}",
          "{\"intent\":\"continue\",\"seq\":3}",
          "{\"intent\":\"stillHere\",\"seq\":3}",
          "{\"intent\":\"finish\",\"seq\":3}",
          "{\"intent\":\"switchLanguage\",\"seq\":3}",
          "{\"intent\":\"toggleLargerText\",\"seq\":3}",
          "{\"intent\":\"toggleHighContrast\",\"seq\":9223372036854775807}");

  @Test
  void everyIntentHasItsMessage() throws PageMessages.Refused {
    Set<Class<?>> read =
        Stream.of(GOOD.toArray(String[]::new))
            .map(PageMessagesTest::intent)
            .map(Object::getClass)
            .collect(Collectors.toSet());

    assertEquals(Set.of(Intent.class.getPermittedSubclasses()), read);
    assertEquals(
        new PageMessage.Touched(new Intent.OpenLine("17"), 2, 0), PageMessages.read(GOOD.get(1)));
    assertEquals(
        new PageMessage.Touched(new Intent.ChooseMethod(Screen.Method.STAFF), 3, 0),
        PageMessages.read(GOOD.get(10)));
    assertEquals(
        new PageMessage.Touched(new Intent.ChooseGood("apple"), 4, 0),
        PageMessages.read("{\"intent\":\"chooseGood\",\"good\":\"apple\",\"seq\":4}"));
    assertEquals(
        new PageMessage.Touched(new Intent.SearchLetter('Q'), 4, 0),
        PageMessages.read("{\"intent\":\"searchLetter\",\"letter\":\"Q\",\"seq\":4}"));
    assertEquals(
        new PageMessage.Touched(new Intent.TickLine("2"), 4, 0),
        PageMessages.read("{\"intent\":\"tickLine\",\"line\":\"2\",\"seq\":4}"));
    assertEquals(
        new PageMessage.Touched(new Intent.TickLine("2"), 4, 85),
        PageMessages.read("{\"intent\":\"tickLine\",\"line\":\"2\",\"seq\":4,\"held\":85}"));
  }

  @Test
  void reportsAreRead() throws PageMessages.Refused {
    assertEquals(new PageMessage.InDom(7), PageMessages.read("{\"dom\":7}"));
    assertEquals(new PageMessage.OnGlass(7), PageMessages.read("{\"painted\":7}"));
    assertEquals(new PageMessage.PreviewTaken(), PageMessages.read("{\"preview\":true}"));
    assertEquals(
        new PageMessage.CannotPlay("a.mp4"), PageMessages.read("{\"unplayable\":\"a.mp4\"}"));
    assertEquals(
        new PageMessage.ToSay("付好了", Display.Language.ZH),
        PageMessages.read("{\"say\":\"付好了\",\"language\":\"ZH\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "[]",
        "{}",
        "\"start\"",
        "{\"intent\":\"start\"}",
        "{\"intent\":\"start\",\"seq\":-1}",
        "{\"intent\":\"start\",\"seq\":1.0}",
        "{\"intent\":\"start\",\"seq\":\"1\"}",
        "{\"intent\":\"start\",\"seq\":99999999999999999999}",
        "{\"intent\":\"start\",\"seq\":1,\"more\":1}",
        "{\"intent\":\"start\",\"seq\":1,\"line\":\"a\"}",
        "{\"intent\":\"Start\",\"seq\":1}",
        "{\"intent\":\"start\",\"held\":1}",
        "{\"intent\":\"start\",\"seq\":1,\"held\":-1}",
        "{\"intent\":\"start\",\"seq\":1,\"held\":3600001}",
        "{\"intent\":\"start\",\"seq\":1,\"held\":85.5}",
        "{\"intent\":\"start\",\"seq\":1,\"held\":\"85\"}",
        "{\"intent\":\"start\",\"seq\":1,\"held\":null}",
        "{\"intent\":\"start\",\"seq\":1,\"held\":99999999999}",
        "{\"painted\":1,\"held\":85}",
        "{\"intent\":\"openDoor\",\"seq\":1}",
        "{\"intent\":[\"start\"],\"seq\":1}",
        "{\"intent\":\"start\",\"intent\":\"pay\",\"seq\":1}",
        "{\"intent\":\"oneMore\",\"seq\":1}",
        "{\"intent\":\"oneMore\",\"line\":\"\",\"seq\":1}",
        "{\"intent\":\"oneMore\",\"line\":7,\"seq\":1}",
        "{\"intent\":\"chooseMethod\",\"method\":\"GOLD\",\"seq\":1}",
        "{\"intent\":\"chooseMethod\",\"method\":0,\"seq\":1}",
        "{\"intent\":\"start\",\"seq\":1}{\"intent\":\"pay\",\"seq\":1}",
        "{\"intent\":\"start\",\"seq\":1} x",
        "{\"intent\":\"digit\",\"seq\":1}",
        "{\"intent\":\"digit\",\"digit\":10,\"seq\":1}",
        "{\"intent\":\"digit\",\"digit\":-1,\"seq\":1}",
        "{\"intent\":\"digit\",\"digit\":\"4\",\"seq\":1}",
        "{\"intent\":\"digit\",\"digit\":4.0,\"seq\":1}",
        "{\"intent\":\"digit\",\"digit\":null,\"seq\":1}",
        "{\"intent\":\"digit\",\"digit\":4,\"digit\":5,\"seq\":1}",
        "{\"intent\":\"digit\",\"line\":\"4\",\"seq\":1}",
        "{\"intent\":\"digit\",\"digit\":4}",
        "{\"intent\":\"deleteDigit\",\"digit\":4,\"seq\":1}",
        "{\"intent\":\"agreeFace\",\"purpose\":\"PAYMENT\",\"seq\":1}",
        "{\"intent\":\"confirmPerson\",\"amount\":\"0.01\",\"seq\":1}",
        "{\"intent\":\"member\",\"digit\":1,\"seq\":1}",
        "{\"intent\":\"chooseMethod\",\"method\":\"face\",\"seq\":1}",
        "{\"intent\":\"chooseGood\",\"seq\":1}",
        "{\"intent\":\"chooseGood\",\"good\":\"\",\"seq\":1}",
        "{\"intent\":\"chooseGood\",\"good\":7,\"seq\":1}",
        "{\"intent\":\"chooseGood\",\"line\":\"apple\",\"seq\":1}",
        "{\"intent\":\"searchLetter\",\"seq\":1}",
        "{\"intent\":\"searchLetter\",\"letter\":\"a\",\"seq\":1}",
        "{\"intent\":\"searchLetter\",\"letter\":\"AB\",\"seq\":1}",
        "{\"intent\":\"searchLetter\",\"letter\":\"\",\"seq\":1}",
        "{\"intent\":\"searchLetter\",\"letter\":\"苹\",\"seq\":1}",
        "{\"intent\":\"searchLetter\",\"letter\":1,\"seq\":1}",
        "{\"intent\":\"addWeighed\",\"weight\":\"0.001\",\"seq\":1}",
        "{\"intent\":\"addWeighed\",\"price\":\"0.01\",\"seq\":1}",
        "{\"intent\":\"tare\",\"tare\":\"9.999 kg\",\"seq\":1}",
        "{\"intent\":\"noBarcode\",\"good\":\"apple\",\"seq\":1}",
        "{\"intent\":\"morePieces\",\"count\":-5,\"seq\":1}",
        "{\"intent\":\"newCode\",\"url\":\"https://example.org\",\"seq\":1}",
        "{\"intent\":\"choosePlan\",\"months\":3,\"seq\":1}",
        "{\"intent\":\"choosePlan\",\"plan\":3,\"seq\":1}",
        "{\"intent\":\"choosePlan\",\"plan\":\"\",\"seq\":1}",
        "{\"intent\":\"payAtOnce\",\"plan\":\"3\",\"seq\":1}",
        "{\"intent\":\"agreeHold\",\"amount\":\"0.01\",\"seq\":1}",
        "{\"intent\":\"tickLine\",\"seq\":1}",
        "{\"intent\":\"tickLine\",\"line\":\"2\",\"ticked\":true,\"seq\":1}",
        "{\"intent\":\"requestRefund\",\"amount\":\"92.18\",\"seq\":1}",
        "{\"intent\":\"dispute\",\"line\":\"2\",\"seq\":1}",
        "{\"intent\":\"wrongNumber\",\"pieces\":0,\"seq\":1}",
        "{\"intent\":\"chooseMethod\",\"method\":\"card\",\"seq\":1}",
        "{\"dom\":1,\"painted\":1}",
        "{\"painted\":null}",
        "{\"preview\":1}",
        "{\"unplayable\":1}",
        "{\"unplayable\":\"\"}",
        "{\"unplayable\":\"a.mp4\",\"seq\":1}",
        "{\"say\":\"\",\"language\":\"ZH\"}",
        "{\"say\":\"x\",\"language\":\"FR\"}",
        "{\"say\":\"x\"}",
        "{\"say\":1,\"language\":\"ZH\"}",
        "{\"say\":\"x\",\"language\":\"ZH\",\"seq\":1}",
        "{\"@type\":\"java.lang.Runtime\",\"seq\":1}",
        "{\"intent\":{\"a\":{\"b\":{\"c\":1}}},\"seq\":1}"
      })
  void everythingElseIsRefused(String text) {
    assertThrows(PageMessages.Refused.class, () -> PageMessages.read(text));
  }

  @Test
  void aDigitIsReadButNeverPrinted() throws PageMessages.Refused {
    for (int digit = 0; digit <= 9; digit++) {
      PageMessage read =
          PageMessages.read("{\"intent\":\"digit\",\"digit\":%d,\"seq\":7}".formatted(digit));
      assertEquals(new PageMessage.Touched(new Intent.Digit(digit), 7, 0), read);
      assertEquals("Digit[REDACTED]", ((PageMessage.Touched) read).intent().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"intent\":\"oneMore\",\"line\":\"%s\",\"seq\":1}",
        "{\"intent\":\"chooseGood\",\"good\":\"%s\",\"seq\":1}",
        "{\"intent\":\"choosePlan\",\"plan\":\"%s\",\"seq\":1}",
        "{\"intent\":\"tickLine\",\"line\":\"%s\",\"seq\":1}"
      })
  void anIdIsAtMost64Characters(String message) throws PageMessages.Refused {

    PageMessages.read(message.formatted("x".repeat(64)));
    assertThrows(
        PageMessages.Refused.class, () -> PageMessages.read(message.formatted("x".repeat(65))));
    assertThrows(
        PageMessages.Refused.class, () -> PageMessages.read(message.formatted("x".repeat(600))));
  }

  @Test
  void fortyThousandBrokenMessagesNeverDoMoreThanBeRefused() {
    Random random = new Random(20261122);
    int refused = 0;
    for (int n = 0; n < 40_000; n++) {
      String broken = broken(random, GOOD.get(random.nextInt(GOOD.size())));
      try {
        PageMessages.read(broken);
      } catch (PageMessages.Refused e) {
        refused++;
      }
    }
    assertTrue(refused > 30_000, "refused only " + refused);
  }

  /** Cut off, with letters changed, with a piece doubled, or nothing but noise. */
  private static String broken(Random random, String good) {
    int at = random.nextInt(good.length());
    return switch (random.nextInt(4)) {
      case 0 -> good.substring(0, at);
      case 1 -> {
        StringBuilder changed = new StringBuilder(good);
        for (int n = random.nextInt(4); n >= 0; n--) {
          changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(0x300));
        }
        yield changed.toString();
      }
      case 2 -> good.substring(0, at) + good.substring(random.nextInt(at + 1));
      default ->
          random
              .ints(random.nextInt(200), 0, 0x10000)
              .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
              .toString();
    };
  }

  private static Intent intent(String text) {
    try {
      return ((PageMessage.Touched) PageMessages.read(text)).intent();
    } catch (PageMessages.Refused e) {
      throw new AssertionError(text, e);
    }
  }
}
