package org.facepay.kiosk.web;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packages of {@code package-lock.json}: what checks the page and what drives the browser.
 * Installed by npm when they are first asked for and whenever the file has changed; needs the npm
 * registry then and never else.
 */
final class NodePackages {
  private static final Path HOME = Path.of("node_modules").toAbsolutePath();
  private static final Path WANTED = Path.of("package-lock.json");
  private static final Path INSTALLED = HOME.resolve(".installed");
  private static final int INSTALL_MINUTES = 5;

  private static final Path LOCK = Path.of("target", "npm.lock");
  private static final Path NPM_LOG = Path.of("target", "npm.log");

  private NodePackages() {}

  /** The folder with one folder per package. */
  static synchronized Path home() {
    try {
      Files.createDirectories(LOCK.resolveSibling("."));
      // The module's test classes run in two processes.
      try (FileChannel lock =
              FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock.lock()) {
        if (held.isValid()
            && (!Files.exists(INSTALLED) || Files.mismatch(WANTED, INSTALLED) != -1)) {
          install();
          Files.copy(WANTED, INSTALLED);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot install the packages of package-lock.json", e);
    }
    return HOME;
  }

  private static void install() throws IOException {
    Process npm =
        new ProcessBuilder(program("npm").toString(), "ci", "--no-audit", "--no-fund", "--silent")
            // Our own streams are how the test runner speaks to this process.
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(NPM_LOG.toFile())
            .start();
    try {
      if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        throw new IllegalStateException(
            "npm ci failed, see " + NPM_LOG + "; it needs the npm registry");
      }
    } catch (InterruptedException e) {
      npm.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while installing packages", e);
    }
  }

  static Path node() {
    return program("node", "nodejs");
  }

  /** The first of these programs that is installed. */
  static Path program(String... names) {
    return Stream.of(names)
        .flatMap(
            name -> Stream.of(System.getenv("PATH").split(":", -1)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    names[0]
                        + " is not installed; the page's tests need the Debian packages"
                        + " chromium, nodejs, npm and fonts-noto-cjk"));
  }
}
