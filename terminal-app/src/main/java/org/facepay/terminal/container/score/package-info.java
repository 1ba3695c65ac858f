/** How good the answers are. */
package org.facepay.terminal.container.score;
