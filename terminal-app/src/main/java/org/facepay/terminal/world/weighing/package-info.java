/** The weight in the shopper's bags beside what was scanned. */
package org.facepay.terminal.world.weighing;
