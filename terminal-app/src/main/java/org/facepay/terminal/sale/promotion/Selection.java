package org.facepay.terminal.sale.promotion;

import java.util.Set;

/**
 * Which articles an offer is of (ARTS: merchandise set).
 *
 * @param codes of the articles; empty for everything the shop sells
 */
public record Selection(Set<String> codes) {
  public static final Selection EVERYTHING = new Selection(Set.of());

  public Selection {
    codes = Set.copyOf(codes);
  }

  public static Selection of(String... codes) {
    return new Selection(Set.of(codes));
  }

  public boolean has(String code) {
    return codes.isEmpty() || codes.contains(code);
  }
}
