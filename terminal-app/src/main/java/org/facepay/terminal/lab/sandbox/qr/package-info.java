/**
 * QR codes that the merchant shows and the shopper's app reads: EMV QR Code Specification for
 * Payment Systems, Merchant-Presented Mode, version 1.1 (EMVCo, 2020).
 */
package org.facepay.terminal.lab.sandbox.qr;
