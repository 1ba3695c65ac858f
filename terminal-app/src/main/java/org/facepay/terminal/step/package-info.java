/** The shape of a session: facts come in, effects go out, the state in between is a pure value. */
package org.facepay.terminal.step;
