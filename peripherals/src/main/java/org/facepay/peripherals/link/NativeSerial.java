package org.facepay.peripherals.link;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facepay.peripherals.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Loads jSerialComm's native library, which unpacks itself to a directory first. Kiosks often mount
 * their temporary directory noexec, so the directory can be chosen, and a failure says why.
 */
public final class NativeSerial {
  private static final String TEMPORARY = "java.io.tmpdir";
  private static @Nullable Path directory;
  private static boolean loaded;

  private NativeSerial() {}

  /**
   * Chooses where the native library is unpacked; call before the first port is opened, later calls
   * change nothing. The directory is created if it is missing.
   */
  public static synchronized void unpackTo(Path chosen) {
    directory = chosen;
  }

  /**
   * Loads the library unless it is loaded.
   *
   * @throws DeviceException if it cannot be unpacked or run from its directory
   */
  static synchronized void load() throws DeviceException {
    if (loaded) {
      return;
    }
    String before = System.getProperty(TEMPORARY, ".");
    Path into = directory == null ? Path.of(before) : directory;
    System.setProperty("fazecast.jSerialComm.appid", "facepay");
    System.setProperty("jSerialComm.library.randomizeNativeName", "true");
    try {
      Files.createDirectories(into);
      // The library reads the property once, while its class is initialised.
      System.setProperty(TEMPORARY, into.toString());
      SerialPort.getVersion();
      SerialPort.autoCleanupAtShutdown();
      loaded = true;
    } catch (IOException | LinkageError e) {
      throw new DeviceException(Problem.of(Problem.Kind.SERIAL_LIBRARY, into), e);
    } finally {
      System.setProperty(TEMPORARY, before);
    }
  }
}
