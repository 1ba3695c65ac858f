package org.facepay.terminal.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a page as people do, and finds what is not in its language. */
public final class OneLanguage {
  private static final Pattern LOG = Pattern.compile("(?s)<pre class=log>.*?</pre>");
  private static final Pattern HEAD =
      Pattern.compile("(?s)<link[^>]*>|<meta[^>]*>|<!doctype[^>]*>");

  /** What is read out, or stands in a field. */
  private static final Pattern SPOKEN =
      Pattern.compile("<[^>]*?(?:alt|aria-label|title|placeholder)=\"([^\"]*)\"[^>]*>");

  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}，。？！、：（）]");

  /** What has figures or signs in it, such as a path, a number, a key of the configuration. */
  private static final Pattern TECHNICAL = Pattern.compile(".*[0-9/_@.:#$%&|{}<>=\\\\+×¥-].*");

  /** Abbreviations, units, brands, drivers and whatever else has that name in every language. */
  private static final Set<String> NAMES =
      Set.of(
          "PIN",
          "HTTP",
          "UTF",
          "JSON",
          "GPIO",
          "MDB",
          "LLRP",
          "USB",
          "RSA",
          "PEM",
          "CNY",
          "GTIN",
          "udev",
          "SSI",
          "ESC",
          "POS",
          "HID",
          "MB",
          "GBK",
          "ISO",
          "QR",
          "kg",
          "mm",
          "ms",
          "Asia",
          "Shanghai",
          "English",
          "FPA",
          "SIGN",
          "ERROR",
          "alipay",
          "wechat",
          "card",
          "piece",
          "age",
          "chmod",
          "dialout",
          "rotate",
          "mock",
          "noexec",
          "gpio",
          "video",
          "line",
          "escpos",
          "root",
          "modbus",
          "Honeywell",
          "Zebra",
          "Toledo",
          "members",
          "skus",
          "shelves",
          "currency",
          "id",
          "name",
          "sku",
          "lanes",
          "fromMm",
          "toMm",
          "stock",
          "cells",
          "lengthMm",
          "Ana",
          "Cola",
          "Tea",
          "Pi",
          "J");

  private OneLanguage() {}

  /**
   * English words in a Chinese page.
   *
   * @param names that the configuration gives, such as those of devices
   */
  public static List<String> english(String page, String... names) {
    Set<String> given = Set.of(names);
    List<String> found = new ArrayList<>();
    for (String token : text(page).split("[\\s\\p{IsHan}，。？！、：；（）“”「」·…—→▲\"'(),;!?\\[\\]]+")) {
      String word = token.replaceAll("^[.:]+|[.:]+$", "");
      if (word.matches("[A-Za-z]{2,}.*")
          && !NAMES.contains(word)
          && !given.contains(word)
          && !TECHNICAL.matcher(word).matches()) {
        found.add(word);
      }
    }
    return found;
  }

  /**
   * Chinese in an English page.
   *
   * @param data that is Chinese in every language, such as the names of goods and people
   */
  public static List<String> chinese(String page, String... data) {
    String text = text(page).replace("中文", "");
    for (String known : data) {
      text = text.replace(known, "");
    }
    return text.lines().filter(line -> HAN.matcher(line).find()).map(String::strip).toList();
  }

  private static String text(String page) {
    String body = HEAD.matcher(LOG.matcher(page).replaceAll(" ")).replaceAll(" ");
    String spoken =
        SPOKEN
            .matcher(body)
            .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(found.group(1) + "\n"));
    return TAG.matcher(spoken)
        .replaceAll("\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
