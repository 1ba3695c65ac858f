package org.facepay.peripherals.printer.paper;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fonts of this machine for paper: one with Chinese characters, any font at all if there is none;
 * and for what that one lacks, whichever has it.
 */
public final class ReceiptFont {
  private static final List<String> WANTED =
      List.of(
          "Noto Sans Mono CJK SC",
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "WenQuanYi Micro Hei",
          "WenQuanYi Zen Hei",
          "Noto Sans CJK JP",
          "Noto Serif CJK SC");

  private static final Font CHOSEN = choose();

  /** Finding one looks through all fonts; bounded by the characters there are. */
  private static final Map<Integer, Optional<Font>> FOUND = new ConcurrentHashMap<>();

  private ReceiptFont() {}

  /** The font at so many dots. */
  static Font sized(float dots, boolean bold) {
    return CHOSEN.deriveFont(bold ? Font.BOLD : Font.PLAIN, dots);
  }

  /** A font that draws this character, at 24 dots; empty if no font here does. */
  public static Optional<Font> having(int codePoint) {
    return FOUND.computeIfAbsent(codePoint, ReceiptFont::find);
  }

  private static Optional<Font> find(int codePoint) {
    return draws(CHOSEN, codePoint)
        ? Optional.of(CHOSEN)
        : Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
            .filter(font -> draws(font, codePoint))
            .findFirst()
            .map(font -> font.deriveFont(24f));
  }

  /** A colour font says that it has an emoji, and leaves no ink. */
  private static boolean draws(Font font, int codePoint) {
    FontRenderContext dots = new FontRenderContext(null, false, false);
    return font.canDisplay(codePoint)
        && !font.deriveFont(24f)
            .createGlyphVector(dots, Character.toString(codePoint))
            .getVisualBounds()
            .isEmpty();
  }

  private static Font choose() {
    List<String> there =
        Arrays.asList(
            GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    return WANTED.stream()
        .filter(there::contains)
        .findFirst()
        .map(name -> new Font(name, Font.PLAIN, 24))
        .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 24));
  }
}
