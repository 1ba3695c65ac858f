/** The languages people read at a terminal, and what is said in each of them. */
package org.facepay.terminal.language;
