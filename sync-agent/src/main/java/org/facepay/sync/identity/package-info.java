/**
 * Who a terminal is to its collector: a key made here, a certificate for it that is asked for with
 * a ticket and renewed in time, and the authority that both sides are known by. Keeps no files.
 */
@org.jspecify.annotations.NullMarked
package org.facepay.sync.identity;
