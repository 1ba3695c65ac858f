/** The devices of a running terminal: who starts each of them, and who hears how it is. */
package org.facepay.terminal.world.hands;
