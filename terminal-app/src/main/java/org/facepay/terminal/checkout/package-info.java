/** The self-checkout session: sealed state, event and effect, and a pure step. */
package org.facepay.terminal.checkout;
