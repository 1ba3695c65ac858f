package org.facepay.terminal.world.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.MemberResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members on a real disk under a real key, known by their codes and their numbers. */
class MemberBookTest {
  private static final Digits PHONE = new Digits("13800138000");

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-30T10:00:00Z");
  private MemberFiles files;
  private BalanceLedger accounts;
  private MemberBook book;

  @BeforeEach
  void open() throws Exception {
    files =
        MemberFiles.open(
            folder.resolve("data"),
            folder.resolve("keys/faces.key"),
            new Terms(Terms.CURRENT_NOTICE, "K1"),
            now);
    accounts = new BalanceLedger(folder.resolve("data/accounts.db"));
    book = new MemberBook(files.members(), accounts, Optional.empty(), () -> now);
  }

  @AfterEach
  void close() throws Exception {
    accounts.close();
    files.close();
  }

  private String joined() {
    return assertInstanceOf(MemberResult.Joined.class, book.join(PHONE)).member().id();
  }

  @Test
  void whoJoinsHasAgreedAndIsKnownByTheCode() throws Exception {
    String id = joined();
    assertTrue(files.members().standing(id, Purpose.MEMBERSHIP).isPresent());
    assertTrue(files.members().standing(id, Purpose.FACE_RECOGNITION).isEmpty());
    MemberCode code = book.code(id);
    var found =
        assertInstanceOf(MemberResult.Found.class, book.byCode(MemberCode.scanned(code.text())));
    assertEquals(id, found.member().id());
    assertFalse(found.member().face());
    assertInstanceOf(MemberResult.TakenNumber.class, book.join(PHONE));
  }

  @Test
  void numberAndDigitsAreKnownTogetherOnly() {
    String digits = book.code(joined()).digits();
    assertInstanceOf(MemberResult.Found.class, book.byPhone(PHONE, new Digits(digits)));
    assertInstanceOf(
        MemberResult.NotFound.class, book.byPhone(new Digits("13900139000"), new Digits(digits)));
  }

  @Test
  void afterSixWrongGuessesTheRightDigitsAreRightOnlyAnHourLater() {
    Digits right = new Digits(book.code(joined()).digits());
    Digits wrong = new Digits(right.text().startsWith("1") ? "200000" : "100000");
    for (int i = 0; i < 6; i++) {
      assertInstanceOf(MemberResult.NotFound.class, book.byPhone(PHONE, wrong));
    }
    assertInstanceOf(MemberResult.NotFound.class, book.byPhone(PHONE, right));
    now = now.plus(Duration.ofMinutes(61));
    assertInstanceOf(MemberResult.Found.class, book.byPhone(PHONE, right));
  }

  @Test
  void aRenewedCodeMakesTheLostOneWorthless() throws Exception {
    String id = joined();
    MemberCode lost = book.code(id);
    MemberCode next = files.members().renewCode(id);
    assertNotEquals(lost.text(), next.text());
    assertInstanceOf(MemberResult.NotFound.class, book.byCode(lost));
    assertInstanceOf(MemberResult.Found.class, book.byCode(next));
  }

  @Test
  void whoLeavesLeavesNothingReadableBehind() throws Exception {
    String id = joined();
    MemberCode code = book.code(id);
    files.members().erase(id, now);
    assertInstanceOf(MemberResult.NotFound.class, book.byCode(code));
    assertInstanceOf(MemberResult.Joined.class, book.join(PHONE));
    String disk =
        new String(
            Files.readAllBytes(folder.resolve("data/members.db")), StandardCharsets.ISO_8859_1);
    assertFalse(disk.contains(PHONE.text()));
    assertFalse(disk.contains(id));
  }

  @Test
  void nothingButTheWholeCodeIsOfAnybody() {
    String code = book.code(joined()).text();
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder other = new StringBuilder(code);
      switch (random.nextInt(3)) {
        case 0 -> other.setLength(random.nextInt(code.length()));
        case 1 -> other.setCharAt(random.nextInt(code.length()), (char) random.nextInt(0x300));
        default -> other.insert(random.nextInt(code.length()), (char) (32 + random.nextInt(95)));
      }
      if (!code.contentEquals(other)) {
        assertInstanceOf(
            MemberResult.NotFound.class, book.byCode(MemberCode.scanned(other.toString())));
      }
    }
  }
}
