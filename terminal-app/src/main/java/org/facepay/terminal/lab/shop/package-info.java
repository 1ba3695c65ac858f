/** A whole shop on one machine: simulated devices, wallet and collector, and scripted shoppers. */
package org.facepay.terminal.lab.shop;
