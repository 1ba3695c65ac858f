package org.facepay.terminal.member;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.member.Consent.Decision;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.code.MemberCode;
import org.jspecify.annotations.Nullable;

/**
 * The members, their consents and the audit in one SQLite file. Nobody has a template without a
 * consent that stands: enrolling is refused, and opening the store deletes what a crash, a backup
 * or an older program left behind. A withdrawal is recorded first and then carried out, as often as
 * it takes.
 *
 * <p>Used by one thread at a time.
 */
public final class MemberStore implements AutoCloseable {
  private static final Set<Purpose> OF_FACES =
      EnumSet.of(Purpose.FACE_RECOGNITION, Purpose.FACE_PAYMENT);

  private final Path file;
  private final Vault vault;
  private final Templates templates;
  private final Terms terms;
  private final Connection connection;
  private final ConsentLedger ledger;
  private final AuditTrail audit;
  private final MemberRows rows;
  private final MemberCodes codes;

  /** Counts for the technician and the data protection officer; nothing of anybody. */
  public record Privacy(
      int members,
      SortedMap<String, Integer> standingConsents,
      int auditRows,
      Optional<Instant> oldestAuditRow,
      int retentionDays) {}

  /** Everything that is kept of one member, except for the numbers of the templates. */
  public record Dossier(
      Optional<Member> member,
      int templates,
      List<Instant> enrolledAt,
      List<Consent> consents,
      List<AuditRow> audit) {}

  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException, MemberException;
  }

  /** Opens or creates the file, carries out what was left undone and lets old rows expire. */
  public MemberStore(Path file, Vault vault, Templates templates, Terms terms, Instant now)
      throws MemberException {
    this.file = file;
    this.vault = vault;
    this.templates = templates;
    this.terms = terms;
    try {
      connection =
          Database.open(
              file,
              "PRAGMA secure_delete=ON",
              "CREATE TABLE IF NOT EXISTS member(id TEXT PRIMARY KEY, name BLOB NOT NULL, phone BLOB NOT NULL,"
                  + " phone_tag BLOB UNIQUE, last_four_tag BLOB, joined INTEGER NOT NULL)",
              "CREATE INDEX IF NOT EXISTS member_last_four ON member(last_four_tag)",
              "CREATE TABLE IF NOT EXISTS enrolment(n INTEGER PRIMARY KEY, id TEXT NOT NULL, at INTEGER NOT NULL)",
              "CREATE TABLE IF NOT EXISTS pending(id TEXT PRIMARY KEY, erase INTEGER NOT NULL, at INTEGER NOT NULL)",
              MemberCodes.TABLE);
      ledger = new ConsentLedger(connection);
      audit = new AuditTrail(connection);
      rows = new MemberRows(file, vault, connection);
      codes = new MemberCodes(vault, connection);
    } catch (SQLException | IOException e) {
      throw failure(e);
    }
    finishWithdrawals();
    for (String id : templates.counts().keySet()) {
      if (standing(id, Purpose.FACE_RECOGNITION).isEmpty()) {
        remove(id, false, now);
      }
    }
    inTransaction(() -> expire(now));
  }

  /** Takes a new member in, or changes name and phone of one. */
  public void join(Member member) throws MemberException {
    finishWithdrawals();
    inTransaction(
        () -> {
          Optional<Member> other =
              member.phone().isEmpty() ? Optional.empty() : byPhone(member.phone());
          if (other.isPresent() && !other.get().id().equals(member.id())) {
            throw new MemberException("another member has this phone number");
          }
          return rows.insert(member);
        });
  }

  public Optional<Member> find(String id) throws MemberException {
    return sql(() -> rows.find(id));
  }

  /** Finds by the tag of the phone; nothing is opened but the member found. */
  public Optional<Member> byPhone(String phone) throws MemberException {
    return sql(() -> rows.byPhone(phone));
  }

  /** The members whose phone ends with these four digits. */
  public List<Member> byLastFour(String digits) throws MemberException {
    if (!digits.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("expected the last four digits of the phone");
    }
    return sql(() -> rows.byLastFour(digits));
  }

  /** The member's own code as it is now. */
  public MemberCode code(String id) throws MemberException {
    return sql(() -> codes.of(Member.checked(id)));
  }

  /** Another code for a member; the one before counts no more. */
  public MemberCode renewCode(String id) throws MemberException {
    known(id);
    inTransaction(() -> codes.renew(id));
    return code(id);
  }

  /** Whose code was scanned; empty when it is of nobody who is a member here. */
  public Optional<Member> byCode(MemberCode scanned) throws MemberException {
    Optional<String> id = sql(() -> codes.member(scanned));
    return id.isPresent() ? find(id.get()) : Optional.empty();
  }

  /** Whether these are the digits of a member's code. */
  public boolean isCode(String id, String digits) throws MemberException {
    return sql(() -> codes.right(id, digits));
  }

  /**
   * Records a consent.
   *
   * @param version of the notice the member saw; only the current one can be agreed to
   */
  public void grant(String id, Purpose purpose, String version, Instant now)
      throws MemberException {
    if (!version.equals(terms.notice())) {
      throw new MemberException(
          "consent to notice %s does not count: the current one is %s"
              .formatted(version, terms.notice()));
    }
    finishWithdrawals();
    if (find(id).isEmpty()) {
      throw unknown(id);
    }
    inTransaction(() -> decide(id, purpose, version, Decision.GIVEN, now));
  }

  /** The consent that holds now. */
  public Optional<Consent> standing(String id, Purpose purpose) throws MemberException {
    return sql(() -> ledger.standing(tag(id), purpose));
  }

  /** Keeps a template of a member who has agreed to the current notice. */
  public void enrol(String id, float[] template, Instant now) throws MemberException {
    finishWithdrawals();
    Optional<Consent> consent = standing(id, Purpose.FACE_RECOGNITION);
    if (consent.isEmpty() || !consent.get().version().equals(terms.notice())) {
      throw new MemberException(
          "no consent of member %s to FACE_RECOGNITION of notice %s; no template is kept"
              .formatted(id, terms.notice()));
    }
    inTransaction(
        () -> {
          change("INSERT INTO enrolment(id,at) VALUES(?,?)", id, now.toEpochMilli());
          audit.append(now, AuditRow.Kind.JOINED, tag(id), null);
          return expire(now);
        });
    templates.add(id, template);
  }

  /**
   * Withdraws a consent. With that to recognition go the templates and the consent to pay by face.
   *
   * @return how many templates were deleted
   */
  public int withdraw(String id, Purpose purpose, Instant now) throws MemberException {
    if (purpose == Purpose.FACE_RECOGNITION) {
      return remove(known(id), false, now);
    }
    known(id);
    return inTransaction(() -> withdrawStanding(id, purpose, now));
  }

  /**
   * Withdraws everything and deletes member, name and phone; only consents and audit rows remain,
   * under the member's tag.
   *
   * @return how many templates were deleted
   */
  public int erase(String id, Instant now) throws MemberException {
    return remove(known(id), true, now);
  }

  /** Records what was done with a face. */
  public void record(
      AuditRow.Kind kind, @Nullable String id, AuditRow.@Nullable Scores scores, Instant now)
      throws MemberException {
    inTransaction(
        () -> {
          audit.append(now, kind, id == null ? null : tag(id), scores);
          return expire(now);
        });
  }

  /** How often something was done with a member's face since then. */
  public int count(AuditRow.Kind kind, String id, Instant since) throws MemberException {
    return sql(() -> audit.count(kind, tag(id), since));
  }

  /** Everything of one member; that it was exported is recorded. */
  public Dossier export(String id, Instant now) throws MemberException {
    record(AuditRow.Kind.EXPORTED, known(id), null, now);
    Optional<Member> member = find(id);
    int count = templates.counts().getOrDefault(id, 0);
    return sql(
        () -> new Dossier(member, count, enrolments(id), ledger.of(tag(id)), audit.of(tag(id))));
  }

  /** The newest audit rows, in their order. */
  public List<AuditRow> audit(int limit) throws MemberException {
    return sql(() -> audit.newest(limit));
  }

  /** Sets how long audit rows are kept; older ones are deleted at once. */
  public void keepAuditFor(int days, Instant now) throws MemberException {
    inTransaction(
        () -> {
          audit.keepFor(days);
          return expire(now);
        });
  }

  public Privacy privacy() throws MemberException {
    return sql(
        () ->
            new Privacy(
                (int) Database.number(connection, "SELECT count(*) FROM member"),
                ledger.standingByVersion(),
                audit.count(),
                audit.oldest(),
                audit.retentionDays()));
  }

  @Override
  public void close() throws MemberException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private int remove(String id, boolean erase, Instant now) throws MemberException {
    finishWithdrawals();
    inTransaction(
        () -> {
          for (Purpose purpose : Purpose.values()) {
            if (erase || OF_FACES.contains(purpose)) {
              withdrawStanding(id, purpose, now);
            }
          }
          return change("INSERT INTO pending VALUES(?,?,?)", id, erase ? 1 : 0, now.toEpochMilli());
        });
    return finishWithdrawals();
  }

  private int withdrawStanding(String id, Purpose purpose, Instant now) throws SQLException {
    Optional<Consent> consent = ledger.standing(tag(id), purpose);
    return consent.isEmpty()
        ? 0
        : decide(id, purpose, consent.get().version(), Decision.WITHDRAWN, now);
  }

  /** Carries out what was recorded; the record goes last, so a crash only means once more. */
  private int finishWithdrawals() throws MemberException {
    record Pending(String id, boolean erase, Instant at) {}
    List<Pending> all =
        sql(
            () ->
                Database.<Pending, SQLException>rows(
                    connection,
                    "SELECT * FROM pending",
                    r ->
                        new Pending(
                            r.getString(1), r.getBoolean(2), Instant.ofEpochMilli(r.getLong(3)))));
    int gone = 0;
    for (Pending p : all) {
      gone += templates.forget(p.id(), p.at());
      inTransaction(
          () -> {
            change("DELETE FROM enrolment WHERE id=?", p.id());
            audit.append(p.at(), AuditRow.Kind.WITHDRAWN, tag(p.id()), null);
            if (p.erase()) {
              change("DELETE FROM member WHERE id=?", p.id());
              change("DELETE FROM member_code WHERE id=?", p.id());
              audit.append(p.at(), AuditRow.Kind.ERASED, tag(p.id()), null);
            }
            return change("DELETE FROM pending WHERE id=?", p.id());
          });
    }
    if (!all.isEmpty()) {
      sql(() -> change("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    return gone;
  }

  private int decide(String id, Purpose purpose, String version, Decision decision, Instant now)
      throws SQLException {
    ledger.append(tag(id), new Consent(purpose, version, decision, now, terms.terminal()));
    return 0;
  }

  private int expire(Instant now) throws SQLException {
    audit.expire(now);
    return 0;
  }

  private String known(String id) throws MemberException {
    boolean known =
        find(id).isPresent()
            || !sql(() -> ledger.of(tag(id))).isEmpty()
            || templates.counts().containsKey(id);
    if (!known) {
      throw unknown(id);
    }
    return id;
  }

  private List<Instant> enrolments(String id) throws SQLException {
    return Database.<Instant, SQLException>rows(
        connection,
        "SELECT at FROM enrolment WHERE id=? ORDER BY n",
        r -> Instant.ofEpochMilli(r.getLong(1)),
        id);
  }

  private int change(String statement, @Nullable Object... values) throws SQLException {
    return Database.change(connection, statement, values);
  }

  private <T> T inTransaction(Work<T> work) throws MemberException {
    return sql(() -> Database.inTransaction(connection, work::run));
  }

  private <T> T sql(Work<T> work) throws MemberException {
    try {
      return work.run();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A member's number has no space, so no tag of one kind is ever one of another. */
  private byte[] tag(String id) {
    return vault.tag(Member.checked(id));
  }

  private static MemberException unknown(String id) {
    return new MemberException("no member " + id);
  }

  private MemberException failure(Exception e) {
    return new MemberException("the members in " + file + " cannot be used: " + e.getMessage(), e);
  }
}
