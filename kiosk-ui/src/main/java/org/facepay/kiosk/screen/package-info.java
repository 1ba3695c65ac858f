/**
 * What the page shows and what the shopper may ask: the words between the terminal and the page.
 */
package org.facepay.kiosk.screen;
