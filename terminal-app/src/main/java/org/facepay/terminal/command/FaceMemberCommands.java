package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facepay.terminal.files.FolderCopy;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.provider.agreement.AgreementNumber;
import org.facepay.terminal.technician.DossierJson;
import org.facepay.terminal.world.faces.Enrolment;
import org.facepay.terminal.world.members.MemberFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What staff does with members' faces and data at a terminal that is not running. */
final class FaceMemberCommands {
  private FaceMemberCommands() {}

  /** A command on one data folder. */
  abstract static class OnData implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "the terminal's data folder")
    private Path data = Path.of("");

    @Option(
        names = "--terminal",
        defaultValue = "staff",
        description = "who records it, as written beside consents (default: ${DEFAULT-VALUE})")
    private String terminal = "";

    @Override
    public final Integer call() throws Exception {
      check();
      if (!begins() && !Files.exists(data.resolve("members.db"))) {
        throw new IOException("there are no members in " + data);
      }
      if (!looks()) {
        return run(data);
      }
      try (FolderCopy copy = FolderCopy.of(data, "(faces|members|agreements)\\.db(-wal)?")) {
        return run(copy.folder());
      }
    }

    private int run(Path folder) throws Exception {
      Instant now = Instant.now();
      Terms terms = new Terms(Terms.CURRENT_NOTICE, terminal);
      try (MemberFiles faces = MemberFiles.open(folder, MemberFiles.key(data), terms, now)) {
        return run(faces, now);
      }
    }

    /** Whether it may be the first thing that is ever done in the folder. */
    boolean begins() {
      return false;
    }

    /** Whether it only looks: then it leaves no trace. */
    boolean looks() {
      return false;
    }

    /** Refuses before anything is opened or made. */
    void check() throws Exception {}

    Path data() {
      return data;
    }

    abstract int run(MemberFiles faces, Instant now) throws Exception;
  }

  /** Picture to template, with the consent that it takes. */
  @Command(
      name = "enrol",
      description = "Keeps a member's template; only with the member's consent to the notice.")
  static final class Enrol extends OnData {
    @Option(names = "--member", required = true, description = "the member's number")
    private String member = "";

    @Option(names = "--image", required = true, description = "a picture of the face")
    private Path image = Path.of("");

    @Option(
        names = "--consent",
        required = true,
        description = "version of the notice the member agreed to; now " + Terms.CURRENT_NOTICE)
    private String consent = "";

    @Option(names = "--name", description = "the member's name, sealed on the disk")
    private Optional<String> name = Optional.empty();

    @Option(names = "--phone", description = "the member's phone number, sealed on the disk")
    private Optional<String> phone = Optional.empty();

    @Override
    void check() throws IOException {
      if (!new Terms(consent, "").notice().equals(Terms.CURRENT_NOTICE)) {
        throw new IllegalArgumentException(
            "consent to notice %s does not count: the current one is %s"
                .formatted(consent, Terms.CURRENT_NOTICE));
      }
      if (!Files.isReadable(image)) {
        throw new IOException("cannot read the picture " + image);
      }
    }

    @Override
    boolean begins() {
      return true;
    }

    @Override
    int run(MemberFiles faces, Instant now) throws Exception {
      Optional<Member> before = faces.members().find(member);
      Enrolment.join(
          faces,
          new Member(
              member,
              name.or(() -> before.map(Member::displayName)).orElse(""),
              phone.or(() -> before.map(Member::phone)).orElse(""),
              now),
          image,
          consent,
          now);
      System.out.println("ENROLLED templates=" + faces.templates().count());
      return 0;
    }
  }

  /** An agreement that the member has made with the wallet. */
  @Command(
      name = "agreement",
      description =
          "Keeps the number of a member's withholding agreement with the wallet, sealed; it goes when the member is erased.")
  static final class Agreement extends OnData {
    @Option(names = "--member", required = true, description = "the member's number")
    private String member = "";

    @Option(
        names = "--number-file",
        required = true,
        description = "file with the wallet's agreement number and nothing else; delete it then")
    private Path number = Path.of("");

    @Override
    int run(MemberFiles faces, Instant now) throws Exception {
      if (faces.members().find(member).isEmpty()) {
        throw new IOException("no member " + member + "; take the member in first");
      }
      String text = Files.readString(number).strip();
      if (!text.matches("[A-Za-z0-9]{8,64}")) {
        throw new IOException("expected 8 to 64 letters and digits in " + number);
      }
      MemberFiles.sign(data(), member, new AgreementNumber(text), now);
      System.out.println("AGREEMENT member=" + member);
      return 0;
    }
  }

  /** Withdrawal. */
  @Command(
      name = "forget",
      description =
          "Withdraws a member's consent to faces and deletes the templates at once; name and phone stay.")
  static final class Forget extends OnData {
    @Option(names = "--member", required = true, description = "the member's number")
    private String member = "";

    @Override
    int run(MemberFiles faces, Instant now) throws Exception {
      int gone = faces.members().withdraw(member, Purpose.FACE_RECOGNITION, now);
      System.out.println("FORGOTTEN templates=" + gone + " left=" + faces.templates().count());
      return gone > 0 ? 0 : 1;
    }
  }

  /** Who has a template. */
  @Command(name = "list", description = "Members with a stored template, and how many.")
  static final class Listing extends OnData {
    @Override
    boolean looks() {
      return true;
    }

    @Override
    int run(MemberFiles faces, Instant now) throws Exception {
      Map<String, Integer> counts = MemberFiles.counts(faces.templates());
      counts.forEach((member, templates) -> System.out.println(member + "  " + templates));
      System.out.printf(
          "FACES members=%d templates=%d forgotten=%d%n",
          counts.size(), faces.templates().count(), faces.templates().tombstones());
      return 0;
    }
  }

  /** What a member shows instead of a face. */
  @Command(
      name = "code",
      description = "Prints a member's own code and its digits, for a card or a message.")
  static final class Code extends OnData {
    @Option(names = "--member", required = true, description = "the member's number")
    private String member = "";

    @Option(names = "--renew", description = "makes another one; the one before counts no more")
    private boolean renew;

    @Override
    boolean looks() {
      return !renew;
    }

    @Override
    int run(MemberFiles faces, Instant now) throws Exception {
      if (faces.members().find(member).isEmpty()) {
        throw new IOException("no member " + member);
      }
      MemberCode code = renew ? faces.members().renewCode(member) : faces.members().code(member);
      System.out.printf("CODE %s digits=%s%n", code.text(), code.digits());
      return 0;
    }
  }

  /** Counts only. */
  @Command(
      name = "privacy",
      description = "How much is kept, under which consents and for how long; nothing of anybody.")
  static final class Privacy extends OnData {
    @Option(
        names = "--keep-audit",
        paramLabel = "DAYS",
        description = "sets how long audit rows are kept; older ones are deleted at once")
    private Optional<Integer> days = Optional.empty();

    @Override
    boolean looks() {
      return days.isEmpty();
    }

    @Override
    int run(MemberFiles faces, Instant now) throws Exception {
      if (days.isPresent()) {
        faces.members().keepAuditFor(days.get(), now);
      }
      MemberStore.Privacy kept = faces.members().privacy();
      kept.standingConsents().forEach((what, count) -> System.out.println(what + "  " + count));
      System.out.printf(
          "PRIVACY members=%d templates=%d tombstones=%d audit=%d oldest=%s retention_days=%d notice=%s%n",
          kept.members(),
          faces.templates().count(),
          faces.templates().tombstones(),
          kept.auditRows(),
          kept.oldestAuditRow().map(Instant::toString).orElse("none"),
          kept.retentionDays(),
          Terms.CURRENT_NOTICE);
      return 0;
    }
  }

  /** The member's right to a copy. */
  @Command(
      name = "export",
      description = "Prints all that is kept of a member as JSON; templates only as their count.")
  static final class Export extends OnData {
    @Parameters(paramLabel = "MEMBER", description = "the member's number")
    private String member = "";

    @Override
    int run(MemberFiles faces, Instant now) throws MemberException {
      System.out.println(DossierJson.of(faces.members().export(member, now)));
      return 0;
    }
  }

  /** The member's right to be forgotten. */
  @Command(
      name = "erase",
      description =
          "Deletes a member with templates, name and phone; consents stay as proof, without a name.")
  static final class Erase extends OnData {
    @Parameters(paramLabel = "MEMBER", description = "the member's number")
    private String member = "";

    @Option(names = "--yes", description = "really: there is no way back")
    private boolean yes;

    @Override
    void check() {
      if (!yes) {
        throw new IllegalArgumentException(
            "erasing member " + member + " cannot be undone; add --yes to do it");
      }
    }

    @Override
    int run(MemberFiles faces, Instant now) throws MemberException {
      System.out.println("ERASED templates=" + faces.members().erase(member, now));
      return 0;
    }
  }

  /** The trail. */
  @Command(
      name = "audit",
      description = "What was done with faces, newest last; members appear as keyed hashes.")
  static final class Audit extends OnData {
    @Option(
        names = "--last",
        converter = Count.class,
        defaultValue = "100",
        paramLabel = "ROWS",
        description = "how many rows (default: ${DEFAULT-VALUE})")
    private int last;

    @Override
    boolean looks() {
      return true;
    }

    @Override
    int run(MemberFiles faces, Instant now) throws MemberException {
      for (AuditRow row : faces.members().audit(last)) {
        AuditRow.Scores scores = row.scores();
        System.out.println(
            "%s  %-15s  %s%s"
                .formatted(
                    row.at(),
                    row.kind(),
                    row.memberTag().isEmpty() ? "-" : row.memberTag().substring(0, 16),
                    scores == null
                        ? ""
                        : "  similarity=%.3f margin=%.3f liveness=%.3f"
                            .formatted(scores.similarity(), scores.margin(), scores.liveness())));
      }
      System.out.println("AUDIT rows=" + faces.members().privacy().auditRows());
      return 0;
    }
  }
}
