package org.facepay.terminal.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.member.code.MemberCode;

/**
 * Makes members' codes, and tells whether one is right. A code is sealed by the key that no
 * database holds and carries a number of issue, so that a lost one counts no more once there is
 * another.
 */
record MemberCodes(Vault vault, Connection connection) {
  static final String TABLE =
      "CREATE TABLE IF NOT EXISTS member_code(id TEXT PRIMARY KEY, issue INTEGER NOT NULL)";

  /** Eighty bits: nobody guesses one. */
  private static final int SEAL_BYTES = 10;

  private static final long DIGITS = 1_000_000;

  /** The code of a member as it is now. */
  MemberCode of(String id) throws SQLException {
    String named = issue(id) + " " + id;
    byte[] seal = Arrays.copyOf(vault.tag("member code " + named), SEAL_BYTES);
    byte[] drawn = vault.tag("member digits " + named);
    long digits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      digits = digits << Byte.SIZE | Byte.toUnsignedLong(drawn[i]);
    }
    return new MemberCode(
        "FPM-" + id + "-" + HexFormat.of().withUpperCase().formatHex(seal),
        "%06d".formatted(Long.remainderUnsigned(digits, DIGITS)));
  }

  /** The member a scanned code is of; empty when it is of nobody. */
  Optional<String> member(MemberCode scanned) throws SQLException {
    String id = scanned.member();
    return !id.isEmpty() && same(of(id).text(), scanned.text())
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Whether these are the digits of a member's code. */
  boolean right(String id, String digits) throws SQLException {
    return same(of(id).digits(), digits);
  }

  /** Another code from now on; the one before counts no more. */
  int renew(String id) throws SQLException {
    return Database.change(
        connection,
        "INSERT INTO member_code VALUES(?,1) ON CONFLICT(id) DO UPDATE SET issue=issue+1",
        id);
  }

  private long issue(String id) throws SQLException {
    return Database.number(
        connection, "SELECT coalesce(max(issue),0) FROM member_code WHERE id=?", id);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
