/**
 * Card terminals that speak the nexo Sale to POI protocol as Adyen's Terminal API writes it in
 * JSON.
 */
package org.facepay.terminal.provider.card;
