/** Brings the journal's outbox to the collector, in order, once each, through any network. */
package org.facepay.sync.uplink;
