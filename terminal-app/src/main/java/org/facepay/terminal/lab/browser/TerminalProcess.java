package org.facepay.terminal.lab.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.facepay.terminal.command.Main;

/**
 * The terminal as a process of its own, so that it can be killed like a device whose power is cut.
 */
public final class TerminalProcess implements AutoCloseable {
  private final Process process;
  private final URI page;

  /** Starts {@code facepay run} and waits for its page. */
  public TerminalProcess(Path config, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(archive());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("run", "--config", config.toString()));
    process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (line != null && !line.startsWith("PAGE ")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the terminal did not start; see " + log);
    }
    page = URI.create(line.substring("PAGE ".length()));
  }

  /**
   * The class-data archive that the scripts give a terminal; there is none of folders, and one of
   * an older program would be used no more, nor replaced.
   */
  private static List<String> archive() throws IOException {
    String path = System.getProperty("java.class.path");
    if (!path.endsWith(".jar") || path.contains(File.pathSeparator)) {
      return List.of("-Xshare:auto");
    }
    Path archive = Path.of(path.replaceFirst("jar$", "run.jsa"));
    FileTime built = Files.getLastModifiedTime(Path.of(path));
    if (Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(built) <= 0) {
      Files.delete(archive);
    }
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off");
  }

  public URI page() {
    return page;
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL, now. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
