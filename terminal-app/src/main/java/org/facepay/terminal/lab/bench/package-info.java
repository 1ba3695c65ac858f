/**
 * Figures of a machine, each measured beside a peer in the same run: machines are noisy, ratios
 * count.
 */
package org.facepay.terminal.lab.bench;
