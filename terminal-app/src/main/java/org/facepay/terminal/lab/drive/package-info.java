/**
 * The payment flow without a till: many baskets against a wallet's gateway, one outcome line each,
 * through kills and faults.
 */
package org.facepay.terminal.lab.drive;
