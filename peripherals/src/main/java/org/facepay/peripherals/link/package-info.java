/**
 * The wires below every driver: serial ports, and the pseudo-terminals the simulators stand behind.
 */
package org.facepay.peripherals.link;
