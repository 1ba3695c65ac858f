package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdviceTest {
  /** What drivers and workers really say, word by word. */
  private static final List<String> SENTENCES =
      List.of(
          "/dev/ttyUSB0 does not exist: is the device plugged in and switched on?",
          "usb:0c2e:0200 is not there: is it plugged in and switched on?",
          "/dev/ttyUSB0 hung up: is the cable plugged in?",
          "10.0.0.7:9100 hung up: is the device switched on and its network cable plugged in?",
          "10.0.0.7:9100 does not answer: is the device switched on and in this network?",
          "/dev/ttyUSB0 has no device behind it: plug it in again",
          "/dev/ttyUSB0 is in use: another program has it open, or two devices are configured with one port",
          "permission denied on /dev/ttyUSB0: add the terminal's user to group dialout (usermod -aG dialout <user>) and log in again",
          "permission denied on /dev/ttyUSB0: it belongs to root alone; give it to group dialout by a udev rule and add the terminal's user to that group",
          "/dev/ttyUSB0 took no bytes for 500 ms: is the device stalled?",
          "open, but the printer does not answer: check its power, cable and baud rate",
          "open, but the scale does not answer: check its power, cable and baud rate",
          "answers, but not as a Toledo 8217 does: check the baud rate, parity and the scale's interface setting",
          "answers, but not as an RU5102 reader does: check its model",
          "answers 0xff, which is no ESC/POS status: check the baud rate and the printer's model",
          "unit 3 does not answer: check its power, address and the bus's wires",
          "no answer from shelves [2, 3]",
          "paper out: put in a new roll",
          "paper near its end: keep a new roll ready",
          "printer, answers its status requests",
          "line scanner, listening",
          "Toledo 8217, answers",
          "lock board with 8 bolts",
          "3 shelves on the bus");

  @Test
  void everySentenceOfDriversIsSaidInChineseWithItsNumbersAndNames() {
    for (String sentence : SENTENCES) {
      String chinese = Advice.chinese(sentence);
      assertTrue(
          chinese.codePoints().anyMatch(Character::isIdeographic), sentence + " -> " + chinese);
      for (String kept : List.of("/dev/ttyUSB0", "usb:0c2e:0200", "10.0.0.7:9100", "dialout")) {
        assertEquals(sentence.contains(kept), chinese.contains(kept), chinese);
      }
    }
    assertEquals("/dev/ttyUSB0 在 500 毫秒内不接收数据：设备可能死机，请断电重启", Advice.chinese(SENTENCES.get(9)));
  }

  @Test
  void whatIsNotKnownStaysAsItIs() {
    assertEquals("something new", Advice.chinese("something new"));
    assertEquals("", Advice.chinese(""));
    Random random = new Random(7);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder(SENTENCES.get(random.nextInt(SENTENCES.size())));
      for (int i = 0; i < 4; i++) {
        text.setCharAt(random.nextInt(text.length()), (char) ('$' + random.nextInt(80)));
      }
      assertTrue(!Advice.chinese(text.toString()).isEmpty());
    }
  }
}
