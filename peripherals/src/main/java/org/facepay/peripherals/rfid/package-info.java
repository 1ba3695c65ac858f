/**
 * UHF tag readers: the role, the RU5102 family on serial lines, LLRP on the network, simulators.
 */
package org.facepay.peripherals.rfid;
