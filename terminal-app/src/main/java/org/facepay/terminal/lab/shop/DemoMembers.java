package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.world.faces.Enrolment;
import org.facepay.terminal.world.members.MemberFiles;

/**
 * The demo's one member, made as the commands make one: joined with a picture, agreed to the
 * notice, with money on her account.
 */
final class DemoMembers {
  static final String MEMBER = "M1001";

  /** The last four are what the terminal asks for. */
  static final String PHONE = "13800002046";

  private static final long TOP_UP_MINOR = 50_000;

  private DemoMembers() {}

  /**
   * Makes the member in a terminal's data folder; one who is there already stays as she is.
   *
   * @return her own code
   */
  static MemberCode prepare(Path data) throws IOException {
    Instant now = Instant.now();
    Path picture = Files.createTempFile("joined", ".jpg");
    try (InputStream in = FaceClip.Person.ANNA_JOINED.open();
        MemberFiles faces = MemberFiles.open(data, new Terms(Terms.CURRENT_NOTICE, "demo"), now);
        BalanceLedger accounts = new BalanceLedger(data.resolve("balance.db"))) {
      if (faces.members().find(MEMBER).isEmpty()) {
        Files.copy(in, picture, StandardCopyOption.REPLACE_EXISTING);
        Enrolment.join(
            faces, new Member(MEMBER, "王安娜", PHONE, now), picture, Terms.CURRENT_NOTICE, now);
        faces.members().grant(MEMBER, Purpose.FACE_PAYMENT, Terms.CURRENT_NOTICE, now);
      }
      accounts.topUp("demo-1", MEMBER, TOP_UP_MINOR, now);
      return faces.members().code(MEMBER);
    } catch (MemberException | SQLException e) {
      throw new IOException("the demo's member: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(picture);
    }
  }
}
