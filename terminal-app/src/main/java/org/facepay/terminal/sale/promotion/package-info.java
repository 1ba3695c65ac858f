/** What a basket costs, and why: prices, what is taken off them, tax. Pure. */
package org.facepay.terminal.sale.promotion;
