/** What is told of a device, as a kind and its arguments: sentences are for whoever shows it. */
package org.facepay.peripherals.problem;
