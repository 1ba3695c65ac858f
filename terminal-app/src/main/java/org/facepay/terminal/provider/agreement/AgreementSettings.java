package org.facepay.terminal.provider.agreement;

import java.util.Optional;
import org.facepay.terminal.provider.offline.OfflineCaps;

/**
 * How members pay by their signed agreements.
 *
 * @param product product code of the merchant's contract, e.g. GENERAL_WITHHOLDING
 * @param offline what may be sold while the wallet cannot be reached
 */
public record AgreementSettings(String product, Optional<OfflineCaps> offline) {}
