package org.facepay.terminal.sale;

import java.util.Objects;
import org.facepay.terminal.language.Language;

/**
 * One article of the catalogue.
 *
 * @param code in the one form of {@link Numbering}
 * @param zh Chinese name and size
 * @param en English name and size
 * @param price per piece or per kilogram, minor units
 * @param regular the price before a reduction, or the price itself
 * @param memberPrice what members pay, or the price itself
 * @param picture name of its picture in the page's sprite, or the address of a file, which begins
 *     with a slash
 * @param age who may buy it; journals of before have none
 */
public record Product(
    String code,
    Text zh,
    Text en,
    long price,
    long regular,
    long memberPrice,
    Unit unit,
    TaxRate tax,
    String picture,
    AgeLimit age) {

  public Product {
    age = Objects.requireNonNullElse(age, AgeLimit.NONE);
    if (memberPrice < 0 || price < memberPrice || regular < price) {
      throw new IllegalArgumentException(
          "%s: expected regular price %d >= price %d >= member price %d >= 0"
              .formatted(code, regular, price, memberPrice));
    }
  }

  /** One that anybody may buy. */
  public Product(
      String code,
      Text zh,
      Text en,
      long price,
      long regular,
      long memberPrice,
      Unit unit,
      TaxRate tax,
      String picture) {
    this(code, zh, en, price, regular, memberPrice, unit, tax, picture, AgeLimit.NONE);
  }

  /** With the picture at this address. */
  public Product withPicture(String address) {
    return new Product(code, zh, en, price, regular, memberPrice, unit, tax, address, age);
  }

  /** How the article is called and what stands beside the name. */
  public record Text(String name, String note) {}

  /** What the price is for. */
  public enum Unit {
    PIECE,
    KILOGRAM
  }

  /**
   * Whether so much of it costs something at every price it is sold at. A label without its price,
   * or so little that its price rounds to nothing, is no sale; pieces can be a gift.
   */
  public boolean isPriced(Quantity quantity) {
    return quantity instanceof Quantity.Pieces || quantity.amount(memberPrice) > 0;
  }

  /** The words for a language. */
  public Text text(Language language) {
    return language.choose(zh, en);
  }
}
