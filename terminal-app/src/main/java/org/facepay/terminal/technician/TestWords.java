package org.facepay.terminal.technician;

import org.facepay.terminal.devices.Finding;
import org.facepay.terminal.devices.SelfTest;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;

/** What is said of the test of a device. */
final class TestWords {
  static final Phrase TEST = new Phrase("测试", "Test");
  static final Phrase BACK = new Phrase("回到设备", "Back to the devices");
  static final Phrase TESTED = new Phrase("测试 %s", "Test of %s");
  static final Phrase OCCUPIED =
      new Phrase(
          "有人正在购物，没有测试：测试会打印、开锁或鸣响。等他走了再试。",
          "Somebody is shopping, so nothing was tested: a test prints, unlocks or sounds. Try when nobody is there.");
  static final Phrase NO_DEVICE =
      new Phrase("没有这台设备，或它不能在这里测试。", "There is no such device, or none that is tested here.");
  static final Phrase LAST_SAID = new Phrase("最近的读数", "Last reading");

  private static final Phrase ASKED = new Phrase("问它怎么样", "Asked how it is");
  private static final Phrase DONE = new Phrase("让它动一动", "Made to do something");
  private static final Phrase SKIPPED = new Phrase("没有做", "not tried");
  private static final Phrase OK = new Phrase("正常", "OK");
  private static final Phrase DEGRADED = new Phrase("要看一下", "needs a look");
  private static final Phrase FAILED = new Phrase("不行", "does not work");

  private TestWords() {}

  static String level(Language language, SelfTest.Level level) {
    return (level == SelfTest.Level.INTERNAL ? ASKED : DONE).in(language);
  }

  static String grade(Language language, Finding.Grade grade) {
    return switch (grade) {
      case SKIPPED -> SKIPPED.in(language);
      case OK -> OK.in(language);
      case DEGRADED -> DEGRADED.in(language);
      case FAILED -> FAILED.in(language);
    };
  }

  static String detail(Language language, Finding.Detail detail) {
    return switch (detail) {
      case Finding.Detail.Health(var text) -> HealthWords.of(language, text);
      case Finding.Detail.Phrased(Phrase phrase, var arguments) ->
          phrase.in(language, arguments.toArray());
      case Finding.Detail.Plain(String english) -> english;
    };
  }
}
