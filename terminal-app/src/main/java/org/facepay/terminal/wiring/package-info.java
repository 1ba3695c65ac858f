/**
 * Puts a terminal together: the only place where long-lived parts are made, and where they are
 * closed in reverse order.
 */
package org.facepay.terminal.wiring;
