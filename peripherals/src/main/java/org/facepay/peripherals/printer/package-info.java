/**
 * Receipt printers: the role, the receipt document, its drivers, their catalogue and a simulator.
 */
package org.facepay.peripherals.printer;
