/** Modbus RTU, the bus of shelf cells and lock boards: frames, the master, and a simulated unit. */
package org.facepay.peripherals.modbus;
