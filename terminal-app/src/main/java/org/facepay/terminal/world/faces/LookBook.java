package org.facepay.terminal.world.faces;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.world.members.MemberBook;
import org.facepay.vision.face.Verdict;
import org.facepay.vision.gallery.Gallery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a look means for the members: who it is, who joins. Everything that is done is written into
 * the audit, with scores and without a picture. Used by the members' thread alone.
 */
final class LookBook {
  private static final Logger LOG = LoggerFactory.getLogger(LookBook.class);

  private final MemberStore members;
  private final MemberBook book;
  private final InstantSource clock;

  LookBook(MemberStore members, MemberBook book, InstantSource clock) {
    this.members = members;
    this.book = book;
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
        book.known(member.get(), who.thin(), who.similarity(), who.liveness()));
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
      Member member = new Member(book.number(), "", phone.text(), clock.instant());
      members.join(member);
      members.grant(member.id(), Purpose.FACE_RECOGNITION, Terms.CURRENT_NOTICE, clock.instant());
      members.enrol(member.id(), template.get(), clock.instant());
      gallery.add(member.id(), template.get());
      return new FaceResult.Joined(book.known(member, false, similarity, liveness));
    } catch (MemberException e) {
      LOG.error("nobody can join: {}", e.getMessage());
      return new FaceResult.NotRecognised();
    } finally {
      template.ifPresent(floats -> Arrays.fill(floats, 0));
    }
  }
}
