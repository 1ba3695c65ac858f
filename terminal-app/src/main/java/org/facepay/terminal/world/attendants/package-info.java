/** What waits for staff goes to the attendants' desks, what they answer comes back as events. */
@org.jspecify.annotations.NullMarked
package org.facepay.terminal.world.attendants;
