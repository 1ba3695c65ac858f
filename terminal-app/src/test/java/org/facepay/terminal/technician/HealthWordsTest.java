package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.terminal.language.Language;
import org.junit.jupiter.api.Test;

class HealthWordsTest {
  /** What drivers and workers really tell, and how it reads word by word. */
  private static final Map<HealthText, String> SENTENCES = new LinkedHashMap<>();

  static {
    problem(
        Problem.Kind.MISSING,
        "/dev/ttyUSB0 does not exist: is the device plugged in and switched on?",
        "/dev/ttyUSB0");
    problem(
        Problem.Kind.NOT_PLUGGED_IN,
        "usb:0c2e:0200 is not there: is it plugged in and switched on?",
        "usb:0c2e:0200");
    problem(Problem.Kind.HUNG_UP, "/dev/ttyUSB0 hung up: is the cable plugged in?", "/dev/ttyUSB0");
    problem(
        Problem.Kind.CALL_ENDED,
        "10.0.0.7:9100 hung up: is the device switched on and its network cable plugged in?",
        "10.0.0.7:9100");
    problem(
        Problem.Kind.CALL_UNANSWERED,
        "10.0.0.7:9100 does not answer: is the device switched on and in this network?",
        "10.0.0.7:9100");
    problem(
        Problem.Kind.NOTHING_BEHIND,
        "/dev/ttyUSB0 has no device behind it: plug it in again",
        "/dev/ttyUSB0");
    problem(
        Problem.Kind.IN_USE,
        "/dev/ttyUSB0 is in use: another program has it open, or two devices are configured with one port",
        "/dev/ttyUSB0");
    problem(
        Problem.Kind.FORBIDDEN,
        "permission denied on /dev/ttyUSB0: add the terminal's user to group dialout (usermod -aG dialout <user>) and log in again",
        "/dev/ttyUSB0",
        "dialout");
    problem(
        Problem.Kind.OF_ROOT_ALONE,
        "permission denied on /dev/ttyUSB0: it belongs to root alone; give it to group dialout by a udev rule and add the terminal's user to that group",
        "/dev/ttyUSB0");
    problem(
        Problem.Kind.STALLED,
        "/dev/ttyUSB0 took no bytes for 500 ms: is the device stalled?",
        "/dev/ttyUSB0",
        500);
    problem(
        Problem.Kind.PRINTER_SILENT,
        "open, but the printer does not answer: check its power, cable and baud rate");
    problem(
        Problem.Kind.SCALE_SILENT,
        "open, but the scale does not answer: check its power, cable and baud rate");
    problem(
        Problem.Kind.OTHER_SCALE,
        "answers, but not as a Toledo 8217 does: check the baud rate, parity and the scale's interface setting",
        "Toledo 8217");
    problem(
        Problem.Kind.OTHER_READER,
        "answers, but not as an RU5102 reader does: check its model",
        "RU5102");
    problem(
        Problem.Kind.NO_PRINTER_STATUS,
        "answers 0xff, which is no ESC/POS status: check the baud rate and the printer's model",
        "ff");
    problem(
        Problem.Kind.UNIT_SILENT,
        "unit 3 does not answer: check its power, address and the bus's wires",
        3);
    problem(Problem.Kind.SHELVES_SILENT, "no answer from shelves [2, 3]", "[2, 3]");
    problem(Problem.Kind.PAPER_OUT, "paper out: put in a new roll");
    problem(Problem.Kind.PAPER_NEAR_END, "paper near its end: keep a new roll ready");
    identity(Identity.Kind.PRINTER, "printer, answers its status requests");
    identity(Identity.Kind.LISTENING, "line scanner, listening", "line scanner");
    identity(Identity.Kind.ANSWERING, "Toledo 8217, answers", "Toledo 8217");
    identity(Identity.Kind.LOCK_BOARD, "lock board with 8 bolts", 8);
    identity(Identity.Kind.SHELVES, "3 shelves on the bus", 3);
  }

  private static void problem(Problem.Kind kind, String sentence, Object... arguments) {
    SENTENCES.put(Problem.of(kind, arguments), sentence);
  }

  private static void identity(Identity.Kind kind, String sentence, Object... arguments) {
    SENTENCES.put(Identity.of(kind, arguments), sentence);
  }

  private static List<HealthText.Kind> kinds() {
    List<HealthText.Kind> kinds = new ArrayList<>(List.of(Problem.Kind.values()));
    Collections.addAll(kinds, Identity.Kind.values());
    return kinds;
  }

  @Test
  void everySentenceOfDriversIsSaidInChineseWithItsNumbersAndNames() {
    SENTENCES.forEach(
        (text, sentence) -> {
          assertEquals(sentence, HealthWords.of(Language.ENGLISH, text));
          String chinese = HealthWords.of(Language.CHINESE, text);
          assertTrue(
              chinese.codePoints().anyMatch(Character::isIdeographic), sentence + " -> " + chinese);
          for (String kept : List.of("/dev/ttyUSB0", "usb:0c2e:0200", "10.0.0.7:9100", "dialout")) {
            assertEquals(sentence.contains(kept), chinese.contains(kept), chinese);
          }
        });
    assertEquals(
        "/dev/ttyUSB0 在 500 毫秒内不接收数据：设备可能死机，请断电重启",
        HealthWords.of(Language.CHINESE, Problem.of(Problem.Kind.STALLED, "/dev/ttyUSB0", 500)));
  }

  /** A new kind fails here until it has words in both languages. */
  @Test
  void everyKindHasWordsInBothLanguagesWithTheSameArguments() {
    for (HealthText.Kind kind : kinds()) {
      String chinese = HealthWords.words(Language.CHINESE, kind);
      assertTrue(!HealthWords.words(Language.ENGLISH, kind).isBlank(), kind + " has English words");
      assertNotEquals(kind.english(), chinese, kind + " has Chinese words");
      assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), kind + ": " + chinese);
      List<String> named =
          HealthText.ARGUMENT.matcher(chinese).results().map(found -> found.group(1)).toList();
      assertTrue(kind.shape().containsAll(named), kind + " has no " + named);
    }
  }

  @Test
  void whateverADeviceSaysIsShownAsItIs() {
    Random random = new Random(7);
    List<HealthText.Kind> kinds = kinds();
    for (int n = 0; n < 20_000; n++) {
      HealthText.Kind kind = kinds.get(random.nextInt(kinds.size()));
      List<String> arguments = new ArrayList<>();
      for (String name : new TreeSet<>(kind.shape())) {
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < 4; i++) {
          text.setCharAt(random.nextInt(text.length()), (char) ('$' + random.nextInt(90)));
        }
        arguments.add(text.toString());
      }
      HealthText text =
          switch (kind) {
            case Problem.Kind problem -> new Problem(problem, arguments);
            case Identity.Kind identity -> new Identity(identity, arguments);
          };
      String english = HealthWords.of(Language.ENGLISH, text);
      assertTrue(arguments.stream().allMatch(english::contains), english);
      assertTrue(!HealthWords.of(Language.CHINESE, text).isEmpty());
    }
  }
}
