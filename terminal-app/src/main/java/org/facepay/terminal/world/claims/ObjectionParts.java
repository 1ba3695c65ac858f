package org.facepay.terminal.world.claims;

import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.world.cabinet.KeptVisits;
import org.facepay.terminal.world.cashier.LateNews;
import org.facepay.terminal.world.cashier.OpenRefunds;

/** What seeing to objections works with. */
record ObjectionParts(
    ObjectionBook book,
    WaitingObjections collector,
    ObjectionFiles files,
    KeptVisits visits,
    OpenRefunds open,
    LateNews news,
    Inbox<Event> inbox) {}
