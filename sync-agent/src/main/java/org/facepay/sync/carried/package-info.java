/** Events that are carried to the collector and its answers back, where there is no network. */
@org.jspecify.annotations.NullMarked
package org.facepay.sync.carried;
