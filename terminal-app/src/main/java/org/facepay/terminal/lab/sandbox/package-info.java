/**
 * A wallet's gateway of our own on the loopback address: real wire format, real signatures,
 * scripted outcomes, a true ledger.
 */
package org.facepay.terminal.lab.sandbox;
