/** From the raw readings of a container's shelves to the basket that left it. Pure. */
package org.facepay.terminal.settlement.engine;
