package org.facepay.terminal.technician;

/** What all of the console's pages have in common as HTML; every text from outside is escaped. */
final class ConsolePages {
  /** Where members and what is kept of them are. */
  static final String PRIVACY = "/privacy";

  /** Where the books of a day are. */
  static final String BOOKS = "/books";

  private ConsolePages() {}

  static String home(boolean en) {
    return "/?lang=" + (en ? "en" : "zh");
  }

  static String nav(boolean en, String here, boolean privacy) {
    return "<nav>"
        + tab(en, "/", en ? "Devices" : "设备", here)
        + tab(en, BOOKS, en ? "The day" : "日结", here)
        + (privacy ? tab(en, PRIVACY, en ? "Faces and privacy" : "人脸与隐私", here) : "")
        + "</nav>";
  }

  private static String tab(boolean en, String path, String title, String here) {
    return "<a href=\"%s?lang=%s\"%s>%s</a>"
        .formatted(path, en ? "en" : "zh", path.equals(here) ? " aria-current=page" : "", title);
  }

  static String leave(boolean en, String form) {
    return "<form method=post>%s<button name=do value=leave>%s</button></form>"
        .formatted(hidden("form", form), en ? "Close the console" : "退出");
  }

  static String logIn(boolean en, boolean wrong) {
    String said =
        wrong
            ? bad(
                en
                    ? "That PIN is not right. After five tries, wait a minute."
                    : "PIN 不对。错五次后要等一分钟。")
            : "";
    return shell(
        en,
        en ? "Technician" : "技术员",
        """
        %s<form method=post><label>PIN<input name=pin type=password inputmode=numeric autocomplete=off autofocus required></label>
        <button class=primary>%s</button></form>
        """
            .formatted(said, en ? "Open" : "打开"));
  }

  static String good(String said) {
    return "<p class=good role=status>" + said + "</p>";
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

  static String shell(boolean en, String title, String body) {
    return shell(en, title, "", body);
  }

  static String shell(boolean en, String title, String head, String body) {
    return """
        <!doctype html><html lang=%s><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">%s
        <title>%s</title><link rel=stylesheet href="/console.css"><main><header><h1>%s</h1><a href="?lang=%s">%s</a></header>
        %s</main></html>
        """
        .formatted(
            en ? "en" : "zh-CN", head, title, title, en ? "zh" : "en", en ? "中文" : "English", body);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
