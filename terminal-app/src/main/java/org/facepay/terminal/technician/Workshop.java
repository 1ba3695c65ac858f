package org.facepay.terminal.technician;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.facepay.terminal.devices.LiveTest;

/**
 * What a technician works at while the terminal runs.
 *
 * @param tests of its devices
 * @param occupied whether somebody shops now
 * @param goods new lists of them
 * @param badges where the shop gives its staff some
 * @param camera where it recognises faces
 * @param visits to the cabinet, where it is one
 * @param deeds what was done, and by whom
 */
public record Workshop(
    LiveTest tests,
    BooleanSupplier occupied,
    GoodsImport goods,
    Optional<BadgeDesk> badges,
    Optional<CameraDesk> camera,
    Optional<VisitDesk> visits,
    Deeds deeds) {}
