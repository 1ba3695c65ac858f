/** Machines that hand out articles: the role, spirals on Modbus with a drop sensor, a simulator. */
package org.facepay.peripherals.dispenser;
