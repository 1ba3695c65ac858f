/** What a shopper hears who does not see the screen. */
package org.facepay.terminal.world.voice;
