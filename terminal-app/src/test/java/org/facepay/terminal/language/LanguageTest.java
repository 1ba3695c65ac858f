package org.facepay.terminal.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two languages, and a phrase in each. */
class LanguageTest {
  private static final Phrase SALES = new Phrase("%2$s %1$s 笔", "%2$s: %1$s sales");

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLanguageIsKnownByItsCodeAndLeadsBack(Language language) {
    assertEquals(language, Language.of(language.code()));
    assertEquals(language, language.other().other());
  }

  @Test
  void whatIsNotKnownIsChinese() {
    for (String code : new String[] {"", "fr", "EN", "english"}) {
      assertEquals(Language.CHINESE, Language.of(code));
    }
  }

  @Test
  void aPhraseIsInOneLanguageWithItsArgumentsWhereverTheyStand() {
    assertEquals("微信 3 笔", SALES.in(Language.CHINESE, 3, "微信"));
    assertEquals("WeChat: 3 sales", SALES.in(Language.ENGLISH, 3, "WeChat"));
    assertEquals("5%", new Phrase("5％", "5%").in(Language.ENGLISH), "no arguments, no places");
  }
}
