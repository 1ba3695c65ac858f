/** The members and what seals them, whether or not a camera sees them. */
package org.facepay.terminal.world.members;
