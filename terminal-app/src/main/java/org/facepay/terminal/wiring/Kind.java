package org.facepay.terminal.wiring;

import org.facepay.terminal.screen.Page;
import org.facepay.terminal.session.Frame;

/**
 * A kind of session as a terminal runs it.
 *
 * @param <G> its stages
 */
record Kind<G>(Frame<G> frame, Page<G> page) {}
