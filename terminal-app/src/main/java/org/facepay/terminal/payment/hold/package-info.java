/**
 * Money that is promised before a door opens and taken, in part or whole, or let go when it closes.
 */
package org.facepay.terminal.payment.hold;
