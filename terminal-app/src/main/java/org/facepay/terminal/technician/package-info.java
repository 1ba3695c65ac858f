/** The technician's console: a page of its own port behind a PIN, never the shopper's. */
package org.facepay.terminal.technician;
