/**
 * What an operator or technician decides, read from one YAML file into the settings that each room
 * has of its own; every mistake in it is reported at once.
 */
package org.facepay.terminal.config;
