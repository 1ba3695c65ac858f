/** The cashless side of a vending machine's MDB bus, behind an adapter; its simulator. */
package org.facepay.peripherals.vending;
