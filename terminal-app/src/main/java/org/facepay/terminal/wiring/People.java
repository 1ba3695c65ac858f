package org.facepay.terminal.wiring;

import java.util.Optional;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.technician.StateBoard;
import org.facepay.terminal.world.cashier.WalletFaceWorker;
import org.facepay.terminal.world.claims.Objections;
import org.facepay.terminal.world.faces.FaceWorker;
import org.facepay.terminal.world.members.MemberWorker;
import org.facepay.terminal.world.reading.BadgeBook;

/** Those who shop at a terminal and those who look after it, as far as it knows them. */
record People(
    Optional<MemberWorker> members,
    Optional<FaceWorker> faces,
    Optional<WalletFaceWorker> walletFace,
    StateBoard state,
    Optional<BadgeBook> badges,
    Optional<Objections> objections) {

  /** What of the members' settings can really be used. */
  Members usable(Members set, Providers providers) {
    boolean signed = providers.agreements().isPresent();
    return set.usable(members.isPresent(), faces.isPresent(), signed);
  }
}
