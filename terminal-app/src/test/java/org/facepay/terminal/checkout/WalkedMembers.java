package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.MemberResult;

/** The members' book of a random walk: every answer it can give, to whatever it is asked. */
public record WalkedMembers(RandomGenerator random) {

  /** The answer; empty where none is given. */
  public Optional<Event> answer(Effect.OfMembers asked) {
    return switch (asked) {
      case Effect.CheckDigits check ->
          Optional.of(new Answered.DigitsChecked(check.attempt(), random.nextInt(3) > 0));
      case Effect.ForgetFace forget ->
          Optional.of(new Answered.FaceForgotten(forget.attempt(), random.nextInt(5) > 0));
      case Effect.EndMembership end ->
          Optional.of(new Answered.MembershipEnded(end.attempt(), random.nextInt(5) > 0));
      case Effect.FindMember(long session, MemberCode _) -> Optional.of(found(session));
      case Effect.FindMemberByPhone(long session, Digits phone, Digits digits) -> {
        assertEquals(List.of(11, 6), List.of(phone.text().length(), digits.text().length()));
        yield Optional.of(found(session));
      }
      case Effect.JoinByPhone(long session, Digits phone) -> {
        assertEquals(11, phone.text().length());
        yield Optional.of(found(session));
      }
      case Effect.ReadMemberCode(long session, String _) ->
          Optional.of(new Answered.MemberCodeRead(session, new MemberCode("FPM-M1-0", "204117")));
      case Effect.RecordPaymentConsent _ -> Optional.empty();
    };
  }

  private Event found(long session) {
    FoundMember member =
        new FoundMember("M3", "", random.nextInt(3) * 900, false, true, random.nextBoolean());
    List<MemberResult> results =
        List.of(
            new MemberResult.Found(member),
            new MemberResult.Joined(member),
            new MemberResult.NotFound(),
            new MemberResult.TakenNumber(),
            new MemberResult.Unavailable());
    return new Answered.MemberAnswered(session, results.get(random.nextInt(results.size())));
  }
}
