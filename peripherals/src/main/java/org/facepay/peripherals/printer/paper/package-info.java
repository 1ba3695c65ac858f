/** What a receipt printer does with its bytes: the simulator's command parser and its paper. */
package org.facepay.peripherals.printer.paper;
