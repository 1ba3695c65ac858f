/** The command line: one class per command. */
package org.facepay.terminal.command;
