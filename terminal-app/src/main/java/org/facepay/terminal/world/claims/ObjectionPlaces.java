package org.facepay.terminal.world.claims;

import java.nio.file.Path;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.session.Numbers;

/**
 * Where it is found what is objected to, and of what.
 *
 * @param numbers how this terminal numbers its sales
 * @param collector that takes events
 */
public record ObjectionPlaces(
    Path data, Path journal, ReceiptLinks links, Numbers numbers, Uplink.Endpoint collector) {}
