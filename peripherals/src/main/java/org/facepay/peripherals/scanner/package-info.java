/** Barcode scanners: the role, its drivers, their catalogue and a simulator. */
package org.facepay.peripherals.scanner;
