/** A promise of money inside a session, before anything is owed. */
package org.facepay.terminal.session.hold;
