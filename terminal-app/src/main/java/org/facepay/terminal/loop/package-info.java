/** The one state thread: takes events, makes them durable, steps, hands out effects. */
package org.facepay.terminal.loop;
