package org.facepay.terminal.sale;

import java.time.ZoneId;
import java.util.Currency;
import org.facepay.terminal.language.Name;

/**
 * Which terminal of which shop sells.
 *
 * @param id letters and digits, at most 12; unique among the merchant's terminals
 */
public record Identity(String id, Name shop, Name terminal, ZoneId zone, Currency currency) {}
