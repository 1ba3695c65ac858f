package org.facepay.terminal.screen;

import java.util.Optional;
import org.facepay.kiosk.screen.Screen.ClosedReason;

/**
 * What a screen depends on beside the session.
 *
 * @param clock local time as HH:mm
 * @param online whether the collector can be reached
 * @param scannerReady whether goods can be scanned
 * @param stopped why nothing can be sold whatever the session says, e.g. the disk is full
 */
public record Surroundings(
    String clock, boolean online, boolean scannerReady, Optional<ClosedReason> stopped) {}
