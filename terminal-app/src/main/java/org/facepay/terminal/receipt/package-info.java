/** What is left of a sale: the record for the collector, the paper, the e-receipt's address. */
package org.facepay.terminal.receipt;
