package org.facepay.peripherals.printer.paper;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;

/** Finds a font with Chinese characters for the paper; any font at all if there is none. */
final class ReceiptFont {
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

  private ReceiptFont() {}

  /** The font at so many dots. */
  static Font sized(float dots, boolean bold) {
    return CHOSEN.deriveFont(bold ? Font.BOLD : Font.PLAIN, dots);
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
