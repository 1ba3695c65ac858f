package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters lead to goods from anywhere in the name, as initials, whole words, or a mixture. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "红富士苹果, HFSPG",
    "红富士苹果, PG",
    "红富士苹果, PINGGUO",
    "红富士苹果, PGUO",
    "红富士苹果, HONGF",
    "香蕉, XJ",
    "香蕉, J",
    "榴莲, LIULIAN",
    "荸荠, BQ",
    "绿豆芽, LVDY",
    "长豆角, CDJ",
    "长豆角, ZDJ",
    "Fuji apples, F",
    "Fuji apples, APP",
    "Fuji apples, FA",
    "Fuji apples, FUJIAPPLES",
    "A2牛奶, AN",
  })
  void finds(String name, String query) {
    assertTrue(Spelling.of(name).has(query));
  }

  @ParameterizedTest
  @CsvSource({"红富士苹果, GP", "红富士苹果, UO", "香蕉, XJX", "Fuji apples, JI", "Fuji apples, AF", "①—, A"})
  void findsNot(String name, String query) {
    assertFalse(Spelling.of(name).has(query));
  }

  @Test
  void noLettersFindEverything() {
    assertTrue(Spelling.of("①—").has(""));
    assertEquals(List.of(), Spelling.of("①—").words());
  }
}
