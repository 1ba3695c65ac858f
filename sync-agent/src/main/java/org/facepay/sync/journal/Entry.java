package org.facepay.sync.journal;

import java.time.Instant;

/**
 * One event as it stands in the log.
 *
 * @param seq place in the log, without gaps, from 1
 * @param stamp the loop's own number of the event, growing but with gaps (events that changed
 *     nothing are not kept)
 * @param session stamp of the event that opened the session
 * @param type name of the event
 * @param body the event, UTF-8 JSON
 */
public record Entry(long seq, long stamp, long session, Instant at, String type, byte[] body) {}
