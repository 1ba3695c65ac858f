/** What becomes of a journal's events between a terminal and its collector, whatever happens. */
@org.jspecify.annotations.NullMarked
package org.facepay.terminal.lab.sync;
