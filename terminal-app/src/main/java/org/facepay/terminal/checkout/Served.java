package org.facepay.terminal.checkout;

import java.util.List;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.State.Open;

/** What an answer of staff came to, and what they do next; they stay behind their badge. */
record Served(Open<Stage> state, Task next, List<Effect> effects) {}
