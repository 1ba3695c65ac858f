package org.facepay.terminal.world.members;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.member.MemberStore.Dossier;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.technician.PrivacyDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What sessions and the console ask of the members, one request after the other on a thread of its
 * own. It needs no camera; where there is one, whoever looks through it works on the same thread.
 */
public final class MemberWorker implements PrivacyDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MemberWorker.class);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Parts parts;
  private final MemberBook book;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(64),
          Thread.ofPlatform().name("members").daemon().factory());
  private volatile Consumer<String> faceless = _ -> {};

  /** What it works with. */
  public record Parts(
      MemberFiles files,
      BalanceLedger accounts,
      Optional<Agreements> agreements,
      Inbox<Event> inbox,
      InstantSource clock) {}

  public MemberWorker(Parts parts) {
    this.parts = parts;
    this.book =
        new MemberBook(parts.files.members(), parts.accounts, parts.agreements, parts.clock);
  }

  /** The members' thread. */
  public Executor thread() {
    return thread;
  }

  public MemberBook book() {
    return book;
  }

  public MemberFiles files() {
    return parts.files;
  }

  /**
   * Names who is to forget a face that is deleted.
   *
   * @param forgets takes the member's number, on the members' thread
   */
  public void whenForgotten(Consumer<String> forgets) {
    faceless = forgets;
  }

  /** Carries out what a session asks. */
  public void run(Effect.OfMembers asked) {
    thread.execute(() -> carryOut(asked));
  }

  private void carryOut(Effect.OfMembers asked) {
    switch (asked) {
      case Effect.FindMember(long session, MemberCode code) ->
          tell(new Answered.MemberAnswered(session, book.byCode(code)));
      case Effect.FindMemberByPhone(long session, var phone, var digits) ->
          tell(new Answered.MemberAnswered(session, book.byPhone(phone, digits)));
      case Effect.JoinByPhone(long session, var phone) ->
          tell(new Answered.MemberAnswered(session, book.join(phone)));
      case Effect.ReadMemberCode(long session, String member) ->
          tell(new Answered.MemberCodeRead(session, book.code(member)));
      case Effect.CheckDigits(long attempt, String member, var digits) ->
          tell(new Answered.DigitsChecked(attempt, book.right(member, digits)));
      case Effect.RecordPaymentConsent(String member) -> recordPaymentConsent(member);
      case Effect.EndMembership(long attempt, String member) ->
          tell(new Answered.MembershipEnded(attempt, end(member)));
      case Effect.ForgetFace(long attempt, String member) ->
          tell(new Answered.FaceForgotten(attempt, forget(member)));
    }
  }

  private void tell(Event event) {
    parts.inbox.deliver(event);
  }

  private void recordPaymentConsent(String member) {
    try {
      members().grant(member, Purpose.FACE_PAYMENT, Terms.CURRENT_NOTICE, now());
    } catch (MemberException e) {
      LOG.error("a consent could not be recorded; it will be asked for again: {}", e.getMessage());
    }
  }

  private boolean forget(String member) {
    try {
      faceless.accept(member);
      members().withdraw(member, Purpose.FACE_RECOGNITION, now());
      return true;
    } catch (MemberException e) {
      LOG.error("a face could not be deleted and is deleted at the next start: {}", e.getMessage());
      return false;
    }
  }

  private boolean end(String member) {
    try {
      erased(member);
      return true;
    } catch (MemberException e) {
      LOG.error(
          "a member could not be deleted and is deleted at the next start: {}", e.getMessage());
      return false;
    }
  }

  private int erased(String member) throws MemberException {
    faceless.accept(member);
    return members().erase(member, now());
  }

  @Override
  public Kept kept() throws MemberException {
    return ask(
        () ->
            new Kept(
                members().privacy(),
                parts.files.templates().count(),
                parts.files.templates().tombstones()));
  }

  @Override
  public Optional<String> find(String text) throws MemberException {
    return ask(
        () -> {
          if (text.matches("[A-Za-z0-9_.-]{1,64}") && members().find(text).isPresent()) {
            return Optional.of(text);
          }
          return text.matches("\\+?[0-9 ()-]{4,20}")
              ? members().byPhone(text).map(Member::id)
              : Optional.empty();
        });
  }

  @Override
  public Dossier export(String member) throws MemberException {
    return ask(() -> members().export(member, now()));
  }

  @Override
  public int erase(String member) throws MemberException {
    int templates = ask(() -> erased(member));
    tell(new Told.MemberErased(member));
    return templates;
  }

  /** Has the members' thread do something and waits for it. */
  private <T> T ask(Callable<T> work) throws MemberException {
    try {
      return thread.submit(work).get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new MemberException("the members cannot be used: " + e.getCause(), e);
    } catch (TimeoutException | RejectedExecutionException e) {
      throw new MemberException("the terminal is busy with a face; try again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MemberException("the terminal is ending", e);
    }
  }

  private MemberStore members() {
    return parts.files.members();
  }

  private Instant now() {
    return parts.clock.instant();
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("what was asked of the members did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
