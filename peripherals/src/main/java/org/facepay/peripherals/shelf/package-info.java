/** Shelves that weigh: the role, its Modbus driver with register maps, a worker and a simulator. */
package org.facepay.peripherals.shelf;
