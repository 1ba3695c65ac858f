/** What GS1 barcodes say beyond the article's number: weight, price, dates, batch, serial. Pure. */
package org.facepay.terminal.sale.gs1;
