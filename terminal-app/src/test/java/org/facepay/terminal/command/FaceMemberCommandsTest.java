package org.facepay.terminal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.world.members.MemberFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line over real databases and a real key. */
@NeedsNatives
class FaceMemberCommandsTest {
  private static final Terms TERMS = new Terms(Terms.CURRENT_NOTICE, "T1");

  @TempDir Path data;
  private String said = "";

  private int faces(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--data", data.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = new CommandLine(new FacesCommand());
      line.setExecutionExceptionHandler(
          (e, command, parsed) -> {
            System.out.println(e.getMessage());
            return 1;
          });
      return line.execute(args.toArray(String[]::new));
    } finally {
      System.setOut(before);
      said = out.toString(StandardCharsets.UTF_8);
    }
  }

  private void enrolled() throws Exception {
    Instant now = Instant.now();
    try (MemberFiles faces = MemberFiles.open(data, TERMS, now)) {
      faces.members().join(new Member("wang", "王", "13800138000", now));
      faces.members().grant("wang", Purpose.FACE_RECOGNITION, Terms.CURRENT_NOTICE, now);
      faces.members().enrol("wang", new float[] {0.6f, 0.8f}, now);
    }
  }

  @Test
  void anAgreementIsKeptForAMemberAndNeverPrinted() throws Exception {
    Path number = Files.writeString(data.resolve("number"), "20266666000012345678\n");
    String file = number.toString();
    assertEquals(1, faces("agreement", "--member", "wang", "--number-file", file));
    enrolled();
    assertEquals(0, faces("agreement", "--member", "wang", "--number-file", file));
    assertFalse(said.contains("2026666"), said);
    byte[] kept = Files.readAllBytes(data.resolve("agreements.db"));
    assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("2026666"));
    Files.writeString(number, "no number");
    assertEquals(1, faces("agreement", "--member", "wang", "--number-file", file));
  }

  @Test
  void enrolNeedsTheCurrentConsentBeforeAnythingIsMade() throws Exception {
    Path image = Files.createFile(data.resolve("face.png"));
    assertEquals(2, faces("enrol", "--member", "wang", "--image", image.toString()));
    assertEquals(
        1, faces("enrol", "--member", "wang", "--image", image.toString(), "--consent", "2020-01"));
    assertTrue(said.contains("the current one is " + Terms.CURRENT_NOTICE), said);
    assertFalse(Files.exists(data.resolve("faces.db")));
  }

  @Test
  void exportTellsEverythingButTheTemplate() throws Exception {
    enrolled();
    assertEquals(0, faces("export", "wang"));
    JsonNode json = new ObjectMapper().readTree(said);
    assertEquals("13800138000", json.at("/member/phone").asText());
    assertEquals(1, json.at("/templates/count").asInt());
    assertEquals(1, json.at("/templates/enrolledAt").size());
    assertEquals("FACE_RECOGNITION", json.at("/consents/0/purpose").asText());
    assertEquals("EXPORTED", json.at("/audit/1/kind").asText());
    String withoutTimes = said.replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "");
    assertFalse(withoutTimes.contains("0.6"), withoutTimes);
    assertEquals(1, faces("export", "nobody"));
  }

  @Test
  void privacyAndAuditNameNobody() throws Exception {
    enrolled();
    assertEquals(0, faces("privacy", "--keep-audit", "90"));
    assertTrue(said.contains("FACE_RECOGNITION@" + Terms.CURRENT_NOTICE + "  1"), said);
    assertTrue(said.contains("PRIVACY members=1 templates=1 tombstones=0 audit=1"), said);
    assertTrue(said.contains("retention_days=90"), said);
    assertEquals(0, faces("audit"));
    assertTrue(said.contains("JOINED") && said.contains("AUDIT rows=1"), said);
    assertFalse(said.contains("wang"), said);
  }

  @Test
  void forgetAndEraseLeaveATombstone() throws Exception {
    enrolled();
    assertEquals(0, faces("forget", "--member", "wang"));
    assertTrue(said.contains("FORGOTTEN templates=1 left=0"), said);
    assertEquals(1, faces("erase", "wang"));
    assertTrue(said.contains("--yes"), said);
    assertEquals(0, faces("erase", "wang", "--yes"));
    assertEquals(0, faces("privacy"));
    assertTrue(said.contains("PRIVACY members=0 templates=0 tombstones=1"), said);
    assertEquals(0, faces("list"));
    assertTrue(said.contains("FACES members=0 templates=0 forgotten=1"), said);
  }
}
