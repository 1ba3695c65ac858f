/**
 * The attendants' desk: what waits for staff at the terminals of a shop, the page on which they
 * answer, and the phones that may. The collector has one, and every terminal that wants one.
 */
@org.jspecify.annotations.NullMarked
package org.facepay.sync.attendants;
