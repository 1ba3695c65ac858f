package org.facepay.terminal.member;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;

/**
 * The rows of the members: names and phones are sealed, and found by keyed tags of what they are
 * looked up by.
 *
 * @param file named where a row cannot be opened
 */
record MemberRows(Path file, Vault vault, Connection connection) {

  Optional<Member> find(String id) throws SQLException, MemberException {
    return members("id=?", Member.checked(id)).stream().findFirst();
  }

  /** Finds by the tag of the phone; nothing is opened but the member found. */
  Optional<Member> byPhone(String phone) throws SQLException, MemberException {
    return members("phone_tag=?", phoneTag(Member.normalised(phone))).stream().findFirst();
  }

  /**
   * Finds by the end of the phone.
   *
   * @param digits four
   */
  List<Member> byLastFour(String digits) throws SQLException, MemberException {
    return members("last_four_tag=?", lastFourTag(digits));
  }

  /** Adds a member, or changes name and phone of one. */
  int insert(Member m) throws SQLException {
    byte[] name = m.displayName().getBytes(StandardCharsets.UTF_8);
    byte[] phone = m.phone().getBytes(StandardCharsets.UTF_8);
    int digits = m.phone().length();
    try {
      return Database.change(
          connection,
          "INSERT INTO member VALUES(?1,?2,?3,?4,?5,?6) ON CONFLICT(id) DO UPDATE SET"
              + " name=?2, phone=?3, phone_tag=?4, last_four_tag=?5",
          m.id(),
          vault.seal(name, nameContext(m.id())),
          vault.seal(phone, phoneContext(m.id())),
          digits == 0 ? null : phoneTag(m.phone()),
          digits == 0 ? null : lastFourTag(m.phone().substring(digits - 4)),
          m.joinedAt().toEpochMilli());
    } finally {
      Arrays.fill(name, (byte) 0);
      Arrays.fill(phone, (byte) 0);
    }
  }

  private List<Member> members(String where, Object key) throws SQLException, MemberException {
    return Database.rows(
        connection,
        "SELECT id,name,phone,joined FROM member WHERE " + where + " ORDER BY id",
        this::member,
        key);
  }

  private Member member(ResultSet r) throws SQLException, MemberException {
    String id = r.getString(1);
    return new Member(
        id,
        opened(r.getBytes(2), nameContext(id)),
        opened(r.getBytes(3), phoneContext(id)),
        Instant.ofEpochMilli(r.getLong(4)));
  }

  private String opened(byte[] sealed, String context) throws MemberException {
    try {
      return new String(vault.open(sealed, context), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new MemberException(
          file + ": a member was changed, or the key is another one; restore both from one backup",
          e);
    }
  }

  private byte[] phoneTag(String phone) {
    return vault.tag("phone " + phone);
  }

  private byte[] lastFourTag(String digits) {
    return vault.tag("last four " + digits);
  }

  private static String nameContext(String id) {
    return "name of " + id;
  }

  private static String phoneContext(String id) {
    return "phone of " + id;
  }
}
