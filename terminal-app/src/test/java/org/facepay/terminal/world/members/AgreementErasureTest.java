package org.facepay.terminal.world.members;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.provider.agreement.AgreementNumber;
import org.facepay.terminal.provider.agreement.Agreements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member who leaves takes the agreement to pay along. */
class AgreementErasureTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Terms TERMS = new Terms(Terms.CURRENT_NOTICE, "T1");

  @TempDir Path data;

  private Optional<AgreementNumber> signed(String member) throws Exception {
    Vault vault = MemberFiles.vault(data, MemberFiles.key(data));
    try (Agreements agreements = new Agreements(MemberFiles.agreements(data), vault)) {
      return agreements.find(member);
    }
  }

  @Test
  void erasingAMemberForgetsTheAgreement() throws Exception {
    AgreementNumber number = new AgreementNumber("20261234567890");
    try (MemberFiles members = MemberFiles.open(data, TERMS, NOW)) {
      members.members().join(new Member("M1", "安", "13800138000", NOW));
      members.members().join(new Member("M2", "博", "13900139000", NOW));
      Vault vault = MemberFiles.vault(data, MemberFiles.key(data));
      try (Agreements agreements = new Agreements(MemberFiles.agreements(data), vault)) {
        agreements.sign("M1", number, NOW);
        agreements.sign("M2", number, NOW);
      }
      members.members().erase("M1", NOW);
    }
    assertEquals(Optional.empty(), signed("M1"));
    assertEquals(Optional.of(number), signed("M2"));
  }
}
