package org.facepay.terminal.world.faces;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.Consent;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.KnownMember;
import org.facepay.vision.face.Verdict;
import org.facepay.vision.gallery.Gallery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a look means for the members: who it is and what they may do, who joins, whose digits these
 * are. Everything that is done is written into the audit, with scores and without a picture. Used
 * by the members' thread alone.
 */
final class MemberBook {
  private static final Logger LOG = LoggerFactory.getLogger(MemberBook.class);

  /** Wrong digits of one member within {@link #GUESSING} after which no digits are right. */
  private static final int MOST_WRONG = 6;

  private static final Duration GUESSING = Duration.ofHours(1);

  private final MemberStore members;
  private final BalanceLedger accounts;
  private final Optional<Agreements> agreements;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  MemberBook(
      MemberStore members,
      BalanceLedger accounts,
      Optional<Agreements> agreements,
      InstantSource clock) {
    this.members = members;
    this.accounts = accounts;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** Who a look has found, or that it found nobody. */
  FaceResult recognised(Verdict verdict) {
    try {
      return switch (verdict) {
        case Verdict.Recognised who -> known(who);
        case Verdict.Unknown(float similarity, float liveness) ->
            refused(AuditRow.Kind.REFUSED_UNKNOWN, similarity, liveness);
        case Verdict.Attack(float liveness) -> refused(AuditRow.Kind.REFUSED_ATTACK, 0, liveness);
        case Verdict.Undecided _, Verdict.ChallengeNeeded _ -> new FaceResult.NotRecognised();
      };
    } catch (MemberException e) {
      LOG.error("nobody is recognised: {}", e.getMessage());
      return new FaceResult.NotRecognised();
    }
  }

  /** The passive network was not sure, and a movement was asked for. */
  void challenged(double liveness) {
    try {
      refused(AuditRow.Kind.CHALLENGED, 0, liveness);
    } catch (MemberException e) {
      LOG.error("the audit cannot be written: {}", e.getMessage());
    }
  }

  private FaceResult known(Verdict.Recognised who) throws MemberException {
    Optional<Member> member = members.find(who.candidate());
    if (member.isEmpty()) {
      LOG.warn("a face without a member was recognised; run `facepay faces list`");
      return new FaceResult.NotRecognised();
    }
    members.record(
        AuditRow.Kind.RECOGNISED,
        who.candidate(),
        new AuditRow.Scores(who.similarity(), who.margin(), who.liveness()),
        clock.instant());
    return new FaceResult.Recognised(
        member(member.get(), who.thin(), who.similarity(), who.liveness()));
  }

  private FaceResult refused(AuditRow.Kind kind, double similarity, double liveness)
      throws MemberException {
    members.record(kind, null, new AuditRow.Scores(similarity, 0, liveness), clock.instant());
    return new FaceResult.NotRecognised();
  }

  /**
   * Keeps the face of somebody who has agreed to it.
   *
   * @param template wiped before this returns
   * @param gallery knows the member from now on
   */
  FaceResult joined(Verdict verdict, Optional<float[]> template, Digits phone, Gallery gallery) {
    try {
      if (verdict instanceof Verdict.Recognised) {
        return new FaceResult.AlreadyMember();
      }
      if (!(verdict instanceof Verdict.Unknown(float similarity, float liveness))
          || template.isEmpty()) {
        return recognised(verdict);
      }
      Member member = new Member(number(), "", phone.text(), clock.instant());
      members.join(member);
      members.grant(member.id(), Purpose.FACE_RECOGNITION, Terms.CURRENT_NOTICE, clock.instant());
      members.enrol(member.id(), template.get(), clock.instant());
      gallery.add(member.id(), template.get());
      return new FaceResult.Joined(member(member, false, similarity, liveness));
    } catch (MemberException e) {
      LOG.error("nobody can join: {}", e.getMessage());
      return new FaceResult.NotRecognised();
    } finally {
      template.ifPresent(floats -> Arrays.fill(floats, 0));
    }
  }

  private KnownMember member(Member member, boolean thin, double similarity, double liveness)
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
  static String masked(String name) {
    String shown = name.strip();
    return shown.isEmpty() ? "" : shown.substring(0, shown.offsetByCodePoints(0, 1)) + "**";
  }

  /** Whether a member's phone ends with these digits; soon tired of guesses. */
  boolean right(String id, Digits digits) {
    try {
      Optional<Member> member = members.find(id);
      int wrong = members.count(AuditRow.Kind.REFUSED_DIGITS, id, clock.instant().minus(GUESSING));
      boolean right =
          member.isPresent()
              && wrong < MOST_WRONG
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

  private static boolean same(String phone, String digits) {
    byte[] end =
        phone.substring(phone.length() - digits.length()).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(end, digits.getBytes(StandardCharsets.US_ASCII));
  }

  private String number() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return "M" + HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
