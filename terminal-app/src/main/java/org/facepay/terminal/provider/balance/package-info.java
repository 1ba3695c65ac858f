/** Money that members have stored with the shop, kept by double entry on this terminal. */
package org.facepay.terminal.provider.balance;
