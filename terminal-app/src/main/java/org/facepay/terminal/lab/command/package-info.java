/** Commands of the laboratory. */
package org.facepay.terminal.lab.command;
