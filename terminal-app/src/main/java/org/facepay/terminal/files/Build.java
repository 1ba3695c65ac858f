package org.facepay.terminal.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * Which program this is, as the build has written it down.
 *
 * @param built when; no clock can be right that says less. The epoch where it is not known.
 */
public record Build(String version, Instant built) {

  public static Build read() {
    Properties properties = new Properties();
    try (InputStream in =
        Build.class.getResourceAsStream("/org/facepay/terminal/build.properties")) {
      if (in != null) {
        properties.load(in);
      }
      return new Build(
          properties.getProperty("version", ""),
          Instant.parse(properties.getProperty("built", "")));
    } catch (IOException | DateTimeException e) {
      return new Build(properties.getProperty("version", ""), Instant.EPOCH);
    }
  }
}
