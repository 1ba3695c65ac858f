/** What stands where in a smart container. */
package org.facepay.terminal.settlement.planogram;
