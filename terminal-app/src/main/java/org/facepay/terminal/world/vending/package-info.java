/** A vending machine's slots, what lies in them, and the machine around them. */
@org.jspecify.annotations.NullMarked
package org.facepay.terminal.world.vending;
