package org.facepay.terminal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.files.SmallFile;
import org.facepay.terminal.lab.command.Laboratory;
import org.facepay.terminal.lab.sandbox.FaceCameraSimulator;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.provider.wire.Loopback;
import org.facepay.terminal.world.members.MemberFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets wrong at the command line, and what a look leaves behind: nothing. */
@NeedsNatives
class CommandsTest {
  @TempDir Path folder;
  private String said = "";

  private int run(String... args) {
    Ran ran = Ran.of(Laboratory.commands(), args);
    said = ran.said();
    assertFalse(said.contains("\tat "), said);
    return ran.code();
  }

  /** All files with their content. */
  private Map<String, String> contents() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        all.put(
            file.toString(),
            Files.isRegularFile(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                : "");
      }
    }
    return all;
  }

  @Test
  void aLookAtWhatIsNotThereMakesNothing() throws Exception {
    Path none = folder.resolve("none");
    for (String[] command :
        List.of(
            new String[] {"journal", "check", none.toString()},
            new String[] {"journal", "backup", none.toString(), folder.resolve("c").toString()},
            new String[] {"journal", "backup", none.toString()},
            new String[] {"journal", "quarantine", none.toString()},
            new String[] {"journal", "bring-back", none.toString()},
            new String[] {"faces", "list", "--data", none.toString()},
            new String[] {"faces", "privacy", "--data", none.toString()},
            new String[] {"faces", "audit", "--data", none.toString()},
            new String[] {"faces", "forget", "--data", none.toString(), "--member", "M1"},
            new String[] {"faces", "erase", "--data", none.toString(), "--yes", "M1"})) {
      assertEquals(1, run(command), String.join(" ", command));
      assertEquals(List.of(folder.toString()), List.copyOf(contents().keySet()), said);
      assertFalse(said.isBlank());
    }
  }

  @Test
  void aLookAtMembersLeavesEveryByte() throws Exception {
    Path data = folder.resolve("data");
    MemberFiles.open(data, new Terms(Terms.CURRENT_NOTICE, "t"), Instant.now()).close();
    Map<String, String> before = contents();
    for (String what : List.of("list", "privacy", "audit")) {
      assertEquals(0, run("faces", what, "--data", data.toString()), said);
      assertEquals(before, contents(), what);
    }
  }

  @Test
  void nothingDoneIsNotPerfect() {
    for (String[] command :
        List.of(
            new String[] {"trip", "--crash", "--runs", "0"},
            new String[] {"devices", "torture", "--runs", "0"},
            new String[] {"devices", "torture", "--runs", "-3"},
            new String[] {"payments", "chaos", "--provider", "alipay", "--baskets", "0"},
            new String[] {"payments", "chaos", "--provider", "alipay", "--parallel", "many"},
            new String[] {"container", "simulate", "--sessions", "0", "--out", "x"})) {
      assertEquals(2, run(command), String.join(" ", command));
      assertTrue(said.contains("expected a whole number from 1 on"), said);
    }
    assertEquals(2, run("demo", "--port", "99999"));
    assertTrue(said.contains("expected a port from 0 to 65535"), said);
  }

  @Test
  void aBadgeThatCannotBePrintedIsNotAdded() throws Exception {
    Path badges = folder.resolve("badges.txt");
    Path nowhere = folder.resolve("nowhere").resolve("badge.png");
    assertEquals(1, run("badge", "小李", "--file", badges.toString(), "--png", nowhere.toString()));
    assertTrue(said.contains(nowhere.toString()), said);
    assertFalse(Files.exists(badges));
    Path picture = folder.resolve("badge.png");
    assertEquals(1, run("badge", " ", "--file", badges.toString(), "--png", picture.toString()));
    assertFalse(Files.exists(picture), "nobody has such a badge");
    assertEquals(
        0, run("badge", "小李", "--file", badges.toString(), "--png", picture.toString()), said);
    assertTrue(Files.readString(badges).startsWith("小李 "));
  }

  @Test
  void aSocketThatAKilledProgramLeftIsTakenOver() throws Exception {
    Path socket = folder.resolve("wallet.sock");
    ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket))
        .close();
    assertTrue(Files.exists(socket), "closing does not delete it");
    try (FaceCameraSimulator _ = new FaceCameraSimulator(socket, new Random(1))) {
      IOException used =
          assertThrows(IOException.class, () -> new FaceCameraSimulator(socket, new Random(1)));
      assertTrue(String.valueOf(used.getMessage()).contains("wallet.sock"), used.getMessage());
    }
    Path deep = folder.resolve("missing").resolve("wallet.sock");
    IOException nowhere =
        assertThrows(IOException.class, () -> new FaceCameraSimulator(deep, new Random(1)));
    assertTrue(String.valueOf(nowhere.getMessage()).contains(deep.toString()));
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      IOException e =
          assertThrows(IOException.class, () -> Loopback.server(taken.getLocalPort(), 1));
      assertTrue(String.valueOf(e.getMessage()).contains("127.0.0.1:" + taken.getLocalPort()));
    }
  }

  @Test
  void looseModesAreNamedWithTheCommandToRun() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = Files.writeString(data.resolve("journal.db"), "");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(OwnerOnly.problems(data).getFirst().contains("chmod -R go= '" + data + "'"));
    assertTrue(OwnerOnly.problem(file).getFirst().contains("chmod go= '" + file + "'"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    assertEquals(1, OwnerOnly.problems(data).size());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals(List.of(), OwnerOnly.problems(data));
    assertEquals(List.of(), OwnerOnly.problem(file));
    assertEquals(List.of(), OwnerOnly.problems(folder.resolve("none")));
    SmallFile.write(file, "whole");
    assertEquals("whole", Files.readString(file));
    assertEquals(List.of(), OwnerOnly.problem(file));
    assertEquals(List.of("journal.db"), names(data));
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
