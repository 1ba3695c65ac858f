package org.facepay.terminal.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.facepay.terminal.member.Consent.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real SQLite: what may be kept of whom, what is left after a withdrawal, a crash, a year. */
class MemberStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Terms TERMS = new Terms("2026-11", "T1");
  private static final String WANG = "wang-1";
  private static final String PHONE = "13800138000";

  @TempDir Path folder;
  private final Kept templates = new Kept();

  /** Templates in memory, whose deletion can fail as a full disk makes it. */
  private static final class Kept implements Templates {
    final Map<String, Integer> counts = new TreeMap<>();
    boolean broken;

    @Override
    public void add(String member, float[] template) {
      counts.merge(member, 1, Integer::sum);
    }

    @Override
    public int forget(String member, Instant at) throws MemberException {
      if (broken) {
        throw new MemberException("no space left");
      }
      Integer gone = counts.remove(member);
      return gone == null ? 0 : gone;
    }

    @Override
    public Map<String, Integer> counts() {
      return new TreeMap<>(counts);
    }
  }

  /** AES-GCM and SHA-256 under a fixed key and nonce: only for a test. */
  private record TestVault(String key) implements Vault {
    @Override
    public byte[] tag(String text) {
      try {
        return MessageDigest.getInstance("SHA-256")
            .digest((key + text).getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
      try {
        return cipher(Cipher.ENCRYPT_MODE, context).doFinal(plain);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public byte[] open(byte[] sealed, String context) throws GeneralSecurityException {
      return cipher(Cipher.DECRYPT_MODE, context).doFinal(sealed);
    }

    private Cipher cipher(int mode, String context) throws GeneralSecurityException {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] nonce = Arrays.copyOf(tag(context), 12);
      cipher.init(mode, new SecretKeySpec(tag("aes"), "AES"), new GCMParameterSpec(128, nonce));
      return cipher;
    }
  }

  private MemberStore open(Instant now) throws MemberException {
    return new MemberStore(folder.resolve("members.db"), new TestVault("k"), templates, TERMS, now);
  }

  private static void enrolled(MemberStore store) throws MemberException {
    store.join(new Member(WANG, "王小明", "+86 138-0013-8000", NOW));
    store.grant(WANG, Purpose.FACE_RECOGNITION, "2026-11", NOW);
    store.grant(WANG, Purpose.FACE_PAYMENT, "2026-11", NOW);
    store.grant(WANG, Purpose.E_RECEIPT, "2026-11", NOW);
    store.enrol(WANG, new float[] {1}, NOW);
  }

  @Test
  void findsAPhoneThatIsNotReadableOnTheDisk() throws Exception {
    try (MemberStore store = open(NOW)) {
      enrolled(store);
      assertEquals("王小明", store.byPhone(PHONE).orElseThrow().displayName());
      assertEquals(WANG, store.byLastFour("8000").getFirst().id());
      assertTrue(store.byLastFour("8001").isEmpty());
      assertFalse(store.find(WANG).toString().contains(PHONE));
      assertThrows(MemberException.class, () -> store.join(new Member("li", "Li", PHONE, NOW)));
      assertFalse(onDisk().contains(PHONE));
      assertFalse(
          onDisk()
              .contains(
                  new String("王小明".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }
    MemberStore wrongKey =
        new MemberStore(
            folder.resolve("members.db"), new TestVault("other"), new Kept(), TERMS, NOW);
    try (wrongKey) {
      assertThrows(MemberException.class, () -> wrongKey.find(WANG));
    }
  }

  @Test
  void noTemplateWithoutAConsentToTheCurrentNotice() throws Exception {
    try (MemberStore store = open(NOW)) {
      store.join(new Member(WANG, "", "", NOW));
      assertThrows(MemberException.class, () -> store.enrol(WANG, new float[1], NOW));
      assertThrows(
          MemberException.class, () -> store.grant(WANG, Purpose.FACE_RECOGNITION, "2025-01", NOW));
      assertThrows(
          MemberException.class, () -> store.grant("li", Purpose.E_RECEIPT, "2026-11", NOW));
      store.grant(WANG, Purpose.FACE_PAYMENT, "2026-11", NOW);
      assertThrows(MemberException.class, () -> store.enrol(WANG, new float[1], NOW));
      store.grant(WANG, Purpose.FACE_RECOGNITION, "2026-11", NOW);
      store.enrol(WANG, new float[1], NOW);
      assertEquals(Map.of(WANG, 1), templates.counts);
    }
    Terms newer = new Terms("2027-01", "T1");
    try (MemberStore store =
        new MemberStore(folder.resolve("members.db"), new TestVault("k"), templates, newer, NOW)) {
      assertThrows(MemberException.class, () -> store.enrol(WANG, new float[1], NOW));
      assertEquals(Map.of(WANG, 1), templates.counts, "what was agreed to then still holds");
    }
  }

  @Test
  void templatesWithoutAConsentAreDeletedOnOpening() throws Exception {
    templates.counts.put("nobody-asked", 2);
    open(NOW).close();
    assertTrue(templates.counts.isEmpty());
  }

  @Test
  void aWithdrawalTakesFaceAndPaymentAndLeavesTheRest() throws Exception {
    try (MemberStore store = open(NOW)) {
      enrolled(store);
      assertEquals(1, store.withdraw(WANG, Purpose.FACE_RECOGNITION, NOW));
      assertTrue(templates.counts.isEmpty());
      assertTrue(store.standing(WANG, Purpose.FACE_RECOGNITION).isEmpty());
      assertTrue(store.standing(WANG, Purpose.FACE_PAYMENT).isEmpty());
      assertEquals(Map.of("E_RECEIPT@2026-11", 1), store.privacy().standingConsents());
      assertTrue(store.find(WANG).isPresent());
      assertThrows(MemberException.class, () -> store.enrol(WANG, new float[1], NOW));
      assertThrows(MemberException.class, () -> store.erase("nobody", NOW));
    }
  }

  @Test
  void aCrashBetweenRecordAndDeletionIsMadeGoodOnOpening() throws Exception {
    try (MemberStore store = open(NOW)) {
      enrolled(store);
      templates.broken = true;
      assertThrows(MemberException.class, () -> store.erase(WANG, NOW));
      assertTrue(store.standing(WANG, Purpose.FACE_RECOGNITION).isEmpty(), "recorded first");
      assertThrows(
          MemberException.class, () -> store.grant(WANG, Purpose.FACE_RECOGNITION, "2026-11", NOW));
    }
    assertEquals(1, templates.counts.get(WANG));
    templates.broken = false;
    try (MemberStore store = open(NOW)) {
      assertTrue(templates.counts.isEmpty());
      assertTrue(store.find(WANG).isEmpty());
      assertFalse(onDisk().contains(WANG), "neither number nor record of the deletion is left");
      MemberStore.Dossier left = store.export(WANG, NOW);
      assertEquals(6, left.consents().size(), "three given, three withdrawn, as proof");
      assertEquals(
          "[JOINED, WITHDRAWN, ERASED, EXPORTED]",
          left.audit().stream().map(AuditRow::kind).toList().toString());
    }
  }

  @Test
  void theDatabaseItselfRefusesToChangeConsentsAndFreshAuditRows() throws Exception {
    try (MemberStore store = open(NOW)) {
      enrolled(store);
    }
    try (var c = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("members.db"));
        var s = c.createStatement()) {
      for (String sql :
          new String[] {
            "DELETE FROM consent",
            "UPDATE consent SET version='x'",
            "DELETE FROM audit",
            "UPDATE audit SET kind='x'"
          }) {
        assertThrows(SQLException.class, () -> s.execute(sql), sql);
      }
    }
  }

  @Test
  void auditRowsExpireAndConsentsDoNot() throws Exception {
    try (MemberStore store = open(NOW)) {
      enrolled(store);
      store.record(
          AuditRow.Kind.RECOGNISED, WANG, new AuditRow.Scores(0.8, 0.3, 0.99), NOW.plusSeconds(1));
      store.record(AuditRow.Kind.REFUSED_UNKNOWN, null, null, NOW.plusSeconds(2));
      assertEquals(0.3, store.audit(2).getFirst().scores().margin());
      assertEquals("", store.audit(1).getFirst().memberTag());
      assertEquals(180, store.privacy().retentionDays());
      store.keepAuditFor(30, NOW);
      assertThrows(IllegalArgumentException.class, () -> store.keepAuditFor(0, NOW));
    }
    try (MemberStore store = open(NOW.plus(Duration.ofDays(30)).plusSeconds(2))) {
      assertEquals(1, store.privacy().auditRows());
      assertEquals(NOW.plusSeconds(2), store.privacy().oldestAuditRow().orElseThrow());
      assertEquals(3, store.privacy().standingConsents().size());
    }
  }

  /** Everything in the database's files. */
  private String onDisk() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String side : new String[] {"", "-wal"}) {
      Path part = folder.resolve("members.db" + side);
      if (Files.exists(part)) {
        all.append(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
