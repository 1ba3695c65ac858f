/** What a day's books come to, and whether a provider's bill says the same. */
package org.facepay.terminal.report;
