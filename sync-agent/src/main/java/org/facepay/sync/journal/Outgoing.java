package org.facepay.sync.journal;

import java.time.Instant;

/**
 * Something the collector has to be told.
 *
 * @param id unique for this terminal; the collector stores (source, id) once
 * @param type CloudEvents type, e.g. org.facepay.sale.completed
 * @param data UTF-8 JSON
 */
public record Outgoing(String id, String type, Instant at, byte[] data) {}
