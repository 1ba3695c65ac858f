/**
 * What the clients of all wallets share below their own protocols: RSA keys and one bounded HTTP
 * exchange.
 */
package org.facepay.terminal.provider.wire;
