/** Between the session and the page: what a state looks like, and what a touch means. */
package org.facepay.terminal.screen;
