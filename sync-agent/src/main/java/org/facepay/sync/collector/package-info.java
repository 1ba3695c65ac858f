/**
 * The reference cloud end: takes batches of events, stores each once, and answers after its commit.
 */
package org.facepay.sync.collector;
