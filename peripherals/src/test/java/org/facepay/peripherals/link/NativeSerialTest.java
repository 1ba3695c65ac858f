package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library loads once per process, so each case is a process of its own. */
@NeedsNatives
class NativeSerialTest {
  @TempDir Path folder;

  @Test
  void unpacksToTheChosenDirectory() throws Exception {
    Path chosen = folder.resolve("native");
    String said = run(List.of(), chosen);
    assertTrue(said.contains("OPENED"), said);
    assertTrue(said.contains("UNPACKED true"), said);
  }

  @Test
  void aDirectoryThatCannotBeUsedIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    String said = run(List.of("-Duser.home=" + file), file.resolve("below"));
    assertTrue(said.contains("REFUSED the serial library cannot be unpacked"), said);
    assertTrue(said.contains(file.resolve("below").toString()), said);
    assertTrue(said.contains("noexec"), said);
  }

  private static String run(List<String> flags, Path unpackTo) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Child.class.getName());
    command.add(unpackTo.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    return said;
  }

  /** Opens a port with the library unpacked to the first argument and says how it went. */
  static final class Child {
    public static void main(String[] args) throws Exception {
      Path directory = Path.of(args[0]);
      NativeSerial.unpackTo(directory);
      try (Pty pty = Pty.open();
          SerialLink link = SerialLink.open(pty.path(), SerialSettings.eightN1(9600))) {
        System.out.println("OPENED " + link.available());
        try (Stream<Path> files = Files.walk(directory)) {
          System.out.println("UNPACKED " + files.anyMatch(f -> f.toString().endsWith(".so")));
        }
      } catch (DeviceException e) {
        System.out.println("REFUSED " + e.reason());
      }
    }
  }
}
