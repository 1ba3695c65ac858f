/** Goods, prices, barcodes and the basket. Pure: no clock, no thread, no file. */
package org.facepay.terminal.sale;
