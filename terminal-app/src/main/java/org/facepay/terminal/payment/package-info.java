/**
 * Taking money: what a provider can answer, and the flow that never charges twice. Pure but for the
 * providers below it.
 */
package org.facepay.terminal.payment;
