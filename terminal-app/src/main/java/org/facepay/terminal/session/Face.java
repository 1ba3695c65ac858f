package org.facepay.terminal.session;

import java.util.Optional;
import java.util.Set;

/**
 * What a session knows of the shopper's face.
 *
 * @param agreed what the shopper has agreed to in this session
 * @param look stamp of the camera's look under way, 0 for none; answers to any other are too late
 * @param member who it is, once recognised
 * @param phone typed by somebody who joins
 * @param locked whether wrong digits were typed too often to pay by face in this session
 */
public record Face(
    Set<FacePurpose> agreed,
    long look,
    Optional<KnownMember> member,
    Digits phone,
    boolean locked) {
  public static final Face NONE = new Face(Set.of(), 0, Optional.empty(), Digits.NONE, false);

  public Face {
    agreed = Set.copyOf(agreed);
  }

  public Face agreedTo(FacePurpose purpose) {
    Set<FacePurpose> more = new java.util.HashSet<>(agreed);
    more.add(purpose);
    return new Face(more, look, member, phone, locked);
  }

  public Face looking(long stamp) {
    return new Face(agreed, stamp, member, phone, locked);
  }

  /** The camera is off and nothing is waited for. */
  public Face still() {
    return new Face(agreed, 0, member, phone, locked);
  }

  public Face known(KnownMember who) {
    return new Face(agreed, 0, Optional.of(who), Digits.NONE, locked);
  }

  public Face forgotten() {
    return new Face(agreed, 0, Optional.empty(), Digits.NONE, locked);
  }

  public Face locking() {
    return new Face(agreed, look, member, phone, true);
  }

  public Face with(Digits typed) {
    return new Face(agreed, look, member, typed, locked);
  }
}
