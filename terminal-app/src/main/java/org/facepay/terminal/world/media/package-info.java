/** What plays on the screen while nobody is there, and the log of it. */
@org.jspecify.annotations.NullMarked
package org.facepay.terminal.world.media;
