/**
 * What an operator or technician decides, read from one YAML file; every mistake in it is reported
 * at once.
 */
package org.facepay.terminal.config;
