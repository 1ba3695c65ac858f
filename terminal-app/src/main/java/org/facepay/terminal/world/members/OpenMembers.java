package org.facepay.terminal.world.members;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.session.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The members' files and who works with them, begun and ended together. */
public record OpenMembers(MemberFiles files, MemberWorker worker) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenMembers.class);

  /**
   * What they pay with.
   *
   * @param accounts of their own balance
   */
  public record Money(BalanceLedger accounts, Optional<Agreements> agreements) {}

  /**
   * Without their key or with a damaged store the terminal sells as to strangers, and the log says
   * what to do.
   *
   * @param terminal its id
   */
  public static Optional<OpenMembers> open(
      Path data,
      MemberSettings settings,
      String terminal,
      Money money,
      Inbox<Event> inbox,
      InstantSource clock) {
    try {
      MemberFiles files =
          MemberFiles.open(
              data, settings.key(), new Terms(Terms.CURRENT_NOTICE, terminal), clock.instant());
      MemberWorker.Parts parts =
          new MemberWorker.Parts(files, money.accounts(), money.agreements(), inbox, clock);
      return Optional.of(new OpenMembers(files, new MemberWorker(parts)));
    } catch (MemberException | IOException e) {
      LOG.error("nobody is known as a member: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    worker.close();
    try {
      files.close();
    } catch (MemberException e) {
      LOG.warn("closing the members: {}", e.getMessage());
    }
  }
}
