package org.facepay.terminal.member;

import java.time.Instant;

/**
 * Somebody who has joined; prints without name and phone.
 *
 * @param id the member's number, see {@link #checked}
 * @param phone as {@link #normalised}; empty when none was given
 */
public record Member(String id, String displayName, String phone, Instant joinedAt) {

  public Member {
    checked(id);
    phone = normalised(phone);
  }

  /**
   * Refuses what is no member's number: 1 to 64 letters, digits, {@code _}, {@code .} and {@code
   * -}.
   */
  static String checked(String id) {
    if (!id.matches("[A-Za-z0-9_.-]{1,64}")) {
      throw new IllegalArgumentException("a member's number has 1 to 64 of A-Z a-z 0-9 _ . -");
    }
    return id;
  }

  /**
   * The digits alone, mainland China's country code (ITU E.164, 86) left out, so that one phone is
   * one member however it was typed.
   */
  static String normalised(String phone) {
    String digits = phone.replaceAll("[ ()-]", "").replaceFirst("^(\\+|00)86", "");
    if (!digits.isEmpty() && !digits.matches("\\+?[0-9]{4,15}")) {
      throw new IllegalArgumentException("a phone number has 4 to 15 digits");
    }
    return digits;
  }

  @Override
  public String toString() {
    return "Member[" + id + ", REDACTED]";
  }
}
