package org.facepay.terminal.world.members;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.Consent;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.MemberResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a member may do, and whose digits these are. Used by the members' thread alone.
 *
 * @param agreements that members have signed, where the shop takes them
 */
public record MemberBook(
    MemberStore members,
    BalanceLedger accounts,
    Optional<Agreements> agreements,
    InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(MemberBook.class);

  /** Wrong digits of one member within {@link #GUESSING} after which no digits are right. */
  private static final int MOST_WRONG = 6;

  private static final Duration GUESSING = Duration.ofHours(1);

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Whose code was scanned. */
  public MemberResult byCode(MemberCode code) {
    return answered(
        () -> {
          Optional<Member> member = members.byCode(code);
          return member.isPresent()
              ? new MemberResult.Found(found(member.get()))
              : new MemberResult.NotFound();
        });
  }

  /**
   * Who has this phone number, if the digits are those of the member's code; soon tired of guesses.
   */
  public MemberResult byPhone(Digits phone, Digits digits) {
    return answered(
        () -> {
          Optional<Member> member = members.byPhone(phone.text());
          if (member.isEmpty()) {
            return new MemberResult.NotFound();
          }
          String id = member.get().id();
          if (tired(id) || !members.isCode(id, digits.text())) {
            members.record(AuditRow.Kind.REFUSED_DIGITS, id, null, clock.instant());
            return new MemberResult.NotFound();
          }
          return new MemberResult.Found(found(member.get()));
        });
  }

  /** Takes in somebody who has agreed to what is kept. */
  public MemberResult join(Digits phone) {
    return answered(
        () -> {
          if (members.byPhone(phone.text()).isPresent()) {
            return new MemberResult.TakenNumber();
          }
          Member member = new Member(number(), "", phone.text(), clock.instant());
          members.join(member);
          members.grant(member.id(), Purpose.MEMBERSHIP, Terms.CURRENT_NOTICE, clock.instant());
          return new MemberResult.Joined(found(member));
        });
  }

  /** A number for a new member. */
  public String number() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return "M" + HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /** A member's own code; without one when it cannot be read now. */
  public MemberCode code(String id) {
    try {
      return members.code(id);
    } catch (MemberException e) {
      LOG.error("a member's code cannot be read: {}", e.getMessage());
      return MemberCode.GONE;
    }
  }

  @FunctionalInterface
  private interface Question {
    MemberResult ask() throws MemberException;
  }

  private static MemberResult answered(Question question) {
    try {
      return question.ask();
    } catch (MemberException e) {
      LOG.error("no member can be looked up: {}", e.getMessage());
      return new MemberResult.Unavailable();
    }
  }

  private FoundMember found(Member member) throws MemberException {
    return new FoundMember(
        member.id(),
        masked(member.displayName()),
        balance(member.id()),
        signed(member.id()),
        !member.phone().isEmpty(),
        members.standing(member.id(), Purpose.FACE_RECOGNITION).isPresent());
  }

  /**
   * A member before the camera.
   *
   * @param thin whether another member looks nearly as much like it
   */
  public KnownMember known(Member member, boolean thin, double similarity, double liveness)
      throws MemberException {
    boolean pays =
        members
            .standing(member.id(), Purpose.FACE_PAYMENT)
            .map(Consent::version)
            .filter(Terms.CURRENT_NOTICE::equals)
            .isPresent();
    return new KnownMember(
        member.id(),
        masked(member.displayName()),
        balance(member.id()),
        signed(member.id()),
        pays,
        !member.phone().isEmpty(),
        thin,
        similarity,
        liveness);
  }

  private long balance(String member) {
    try {
      return accounts.balance(member);
    } catch (SQLException e) {
      LOG.error("the members' accounts: {}", e.getMessage());
      return -1;
    }
  }

  private boolean signed(String member) {
    try {
      return agreements.isPresent() && agreements.get().find(member).isPresent();
    } catch (IOException e) {
      LOG.error("the members' agreements: {}", e.getMessage());
      return false;
    }
  }

  /** The family name alone, as 王**. */
  private static String masked(String name) {
    String shown = name.strip();
    return shown.isEmpty() ? "" : shown.substring(0, shown.offsetByCodePoints(0, 1)) + "**";
  }

  /** Whether a member's phone ends with these digits; soon tired of guesses. */
  public boolean right(String id, Digits digits) {
    try {
      Optional<Member> member = members.find(id);
      boolean right =
          member.isPresent()
              && !tired(id)
              && digits.text().length() >= 4
              && member.get().phone().length() >= digits.text().length()
              && same(member.get().phone(), digits.text());
      if (!right) {
        members.record(AuditRow.Kind.REFUSED_DIGITS, id, null, clock.instant());
      }
      return right;
    } catch (MemberException e) {
      LOG.error("no digits can be compared: {}", e.getMessage());
      return false;
    }
  }

  private boolean tired(String id) throws MemberException {
    return members.count(AuditRow.Kind.REFUSED_DIGITS, id, clock.instant().minus(GUESSING))
        >= MOST_WRONG;
  }

  private static boolean same(String phone, String digits) {
    byte[] end =
        phone.substring(phone.length() - digits.length()).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(end, digits.getBytes(StandardCharsets.US_ASCII));
  }
}
