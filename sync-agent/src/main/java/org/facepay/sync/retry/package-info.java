/**
 * How long to wait before something is tried again; pure, so that also machines without a clock may
 * ask.
 */
@org.jspecify.annotations.NullMarked
package org.facepay.sync.retry;
