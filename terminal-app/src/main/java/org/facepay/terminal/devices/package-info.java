/**
 * What technicians do with devices: list, probe, watch, self-test, and the torture of simulated
 * ones.
 */
package org.facepay.terminal.devices;
