/** How good the answers are. */
package org.facepay.terminal.lab.score;
