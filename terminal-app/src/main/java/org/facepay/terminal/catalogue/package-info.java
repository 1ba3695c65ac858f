/** Brings the shop's list of goods from a file into SQLite, and from there into the price book. */
package org.facepay.terminal.catalogue;
