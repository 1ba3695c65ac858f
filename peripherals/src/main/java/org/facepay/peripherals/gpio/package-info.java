/** Lines of the kernel's GPIO character device: locks, door switches, lamps and buzzers on them. */
package org.facepay.peripherals.gpio;
