/** The stores of a terminal whose power is cut: what of their writes a disk may keep and lose. */
@org.jspecify.annotations.NullMarked
package org.facepay.terminal.lab.store;
