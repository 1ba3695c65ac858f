/** Locks and doors: the roles, lock boards on Modbus, a worker that fails closed, a simulator. */
package org.facepay.peripherals.lock;
