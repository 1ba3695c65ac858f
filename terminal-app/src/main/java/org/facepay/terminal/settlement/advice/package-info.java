/** How a container would be laid out better. Pure. */
package org.facepay.terminal.settlement.advice;
