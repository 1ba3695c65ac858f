/** The browser that shows the shopper's page on a terminal's glass, kept running. */
package org.facepay.terminal.browser;
