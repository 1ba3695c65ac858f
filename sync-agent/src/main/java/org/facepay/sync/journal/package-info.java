/**
 * The terminal's durable memory: an append-only log of events, the sales they made and what still
 * has to be uploaded.
 */
package org.facepay.sync.journal;
