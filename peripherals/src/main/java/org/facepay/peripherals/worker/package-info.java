/** Keeps a device open, on a thread of its own, and tells how it is. */
package org.facepay.peripherals.worker;
