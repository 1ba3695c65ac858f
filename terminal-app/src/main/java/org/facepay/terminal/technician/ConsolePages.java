package org.facepay.terminal.technician;

import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.sale.Money;

/** What all of the console's pages have in common as HTML; every text from outside is escaped. */
final class ConsolePages {
  /** Where members and what is kept of them are. */
  static final String PRIVACY = "/privacy";

  /** Where the books of a day are. */
  static final String BOOKS = "/books";

  /** How the terminal is beside its devices. */
  static final String STATE = "/state";

  /** The list of goods, and another in its place. */
  static final String GOODS = "/goods";

  /** Who has a badge. */
  static final String BADGES = "/badges";

  /** What the shopper's camera sees. */
  static final String CAMERA = "/camera";

  /** Who opened the cabinet's door, and what the shelves weighed. */
  static final String VISITS = "/visits";

  private ConsolePages() {}

  /** A page that asks for itself again and again, which does not keep the session open. */
  static String renewing(Language language, String path, int seconds) {
    return "<meta http-equiv=refresh content=\"%d; url=%s?lang=%s&amp;live\">"
        .formatted(seconds, path, language.code());
  }

  static String money(Money amount) {
    Money most = new Money(Math.abs(amount.minor()), amount.currency());
    return (amount.minor() < 0 ? "−¥" : "¥") + most.figures();
  }

  static String home(Language language) {
    return "/?lang=" + language.code();
  }

  /** The pages there are; those of what this terminal does not have are left out. */
  static String nav(Language language, String here, Console.Shown shown) {
    Console.Desks desks = shown.get();
    StringBuilder tabs = new StringBuilder("<nav>");
    tabs.append(tab(language, "/", ConsoleWords.DEVICES.in(language), here));
    tabs.append(tab(language, STATE, StateWords.STATE.in(language), here));
    if (desks.workshop().isPresent()) {
      tabs.append(tab(language, GOODS, GoodsWords.GOODS.in(language), here));
    }
    if (desks.workshop().flatMap(Workshop::badges).isPresent()) {
      tabs.append(tab(language, BADGES, BadgesWords.BADGES.in(language), here));
    }
    if (desks.workshop().flatMap(Workshop::camera).isPresent()) {
      tabs.append(tab(language, CAMERA, CameraWords.CAMERA.in(language), here));
    }
    if (desks.workshop().flatMap(Workshop::visits).isPresent()) {
      tabs.append(tab(language, VISITS, VisitsWords.VISITS.in(language), here));
    }
    tabs.append(tab(language, BOOKS, ConsoleWords.THE_DAY.in(language), here));
    if (desks.privacy().isPresent()) {
      tabs.append(tab(language, PRIVACY, ConsoleWords.PRIVACY.in(language), here));
    }
    return tabs.append("</nav>").toString();
  }

  private static String tab(Language language, String path, String title, String here) {
    return "<a href=\"%s?lang=%s\"%s>%s</a>"
        .formatted(path, language.code(), path.equals(here) ? " aria-current=page" : "", title);
  }

  static String leave(Language language, String form) {
    return "<form method=post>%s<button name=do value=leave>%s</button></form>"
        .formatted(hidden("form", form), ConsoleWords.CLOSE.in(language));
  }

  /**
   * Asks for the PIN.
   *
   * @param named whether for the name, too
   * @param wrong whether the last try was
   */
  static String logIn(Language language, boolean named, boolean wrong) {
    Phrase why = named ? PinWords.WRONG : ConsoleWords.WRONG_PIN;
    String said = wrong ? bad(why.in(language)) : "";
    String name =
        named
            ? "<label>%s<input name=who maxlength=40 autocomplete=username autofocus required></label>"
                .formatted(PinWords.NAME.in(language))
            : "";
    return shell(
        language,
        ConsoleWords.TECHNICIAN.in(language),
        """
        %s<form method=post>%s<label>PIN<input name=pin type=password inputmode=numeric autocomplete=off%s required></label>
        <button class=primary>%s</button></form>
        """
            .formatted(said, name, named ? "" : " autofocus", ConsoleWords.OPEN.in(language)));
  }

  static String back(Language language) {
    return "<p><a href=\"%s\">%s</a></p>".formatted(home(language), TestWords.BACK.in(language));
  }

  static String good(String said) {
    return "<p class=good role=status>" + said + "</p>";
  }

  static String note(String said) {
    return "<p class=note role=status>" + said + "</p>";
  }

  static String bad(String said) {
    return "<p class=bad role=alert>" + said + "</p>";
  }

  static void row(StringBuilder to, String name, String value) {
    to.append("<dt>").append(name).append("</dt><dd>").append(escaped(value)).append("</dd>");
  }

  static String hidden(String name, String value) {
    return "<input type=hidden name=" + name + " value=\"" + escaped(value) + "\">";
  }

  static String shell(Language language, String title, String body) {
    return shell(language, title, "", body);
  }

  static String shell(Language language, String title, String head, String body) {
    return """
        <!doctype html><html lang=%s><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">%s
        <title>%s</title><link rel=stylesheet href="/console.css"><main><header><h1>%s</h1><a href="?lang=%s">%s</a></header>
        %s</main></html>
        """
        .formatted(
            language.tag(),
            head,
            title,
            title,
            language.other().code(),
            ConsoleWords.OTHER_LANGUAGE.in(language),
            body);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
