package org.facepay.kiosk.web;

/** The three layouts of the page; {@link #tag} is the style sheets' {@code data-size}. */
public enum Panel {
  /** 21.5" portrait, 1080 x 1920. */
  P21("p21"),
  /** 10.1" landscape, 1280 x 800. */
  L10("l10"),
  /** 7" landscape, 800 x 480. */
  L7("l7");

  private final String tag;

  Panel(String tag) {
    this.tag = tag;
  }

  /** Name of the layout in the page. */
  public String tag() {
    return tag;
  }
}
