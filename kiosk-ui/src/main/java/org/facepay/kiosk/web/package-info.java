/**
 * Brings the shopper's page to the panel: an HTTP and WebSocket server on the loopback address that
 * pushes whole snapshots and takes back touches. Knows no business.
 */
@NullMarked
package org.facepay.kiosk.web;

import org.jspecify.annotations.NullMarked;
