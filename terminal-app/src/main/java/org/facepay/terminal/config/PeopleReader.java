package org.facepay.terminal.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the sections {@code members} and {@code faces}. A camera sees nobody who is not a member
 * somewhere, so a shop that recognises faces has members, with or without a section of their own.
 */
record PeopleReader(
    Optional<TerminalConfig.Members> members, Optional<TerminalConfig.Faces> faces) {

  static PeopleReader read(Section root, Path data, Currency currency) {
    Optional<TerminalConfig.Members> members =
        root.optionalSection("members").map(s -> members(s, data));
    Optional<TerminalConfig.Faces> faces =
        root.optionalSection("faces").map(s -> faces(s, currency));
    Optional<TerminalConfig.Members> implied =
        faces.map(f -> new TerminalConfig.Members(usualKey(data)));
    return new PeopleReader(members.or(() -> implied), faces);
  }

  private static TerminalConfig.Members members(Section s, Path data) {
    Path key = s.optionalPath("key", usualKey(data));
    if (key.toAbsolutePath().startsWith(data.toAbsolutePath())) {
      s.refuse(
          "key",
          "lies in the data folder with what it opens; move it out of there, best to another disk");
    }
    s.end();
    return new TerminalConfig.Members(key);
  }

  private static Path usualKey(Path data) {
    return TerminalConfig.key(data, "faces.key");
  }

  private static TerminalConfig.Faces faces(Section s, Currency currency) {
    if (s.has("key")) {
      s.refuse("key", "stands in the section members now: members: { key: … }");
    }
    TerminalConfig.Faces faces =
        new TerminalConfig.Faces(
            camera(s.section("camera")),
            s.amount("second-factor-above", currency, 20_000),
            s.duration("look", ConfigReader.SECOND, Duration.ofSeconds(20)));
    s.end();
    return faces;
  }

  private static TerminalConfig.Camera camera(Section s) {
    TerminalConfig.Camera camera =
        new TerminalConfig.Camera(
            s.value(
                "source",
                "v4l2, clip or stills",
                TerminalConfig.Source.V4L2,
                raw ->
                    raw.matches("v4l2|clip|stills")
                        ? TerminalConfig.Source.valueOf(raw.toUpperCase(Locale.ROOT))
                        : null),
            s.path("path", "a device such as /dev/v4l/by-id/…, a clip or a folder of pictures"),
            s.number("width", 160, 3_840, 640),
            s.number("height", 120, 2_160, 480),
            s.number("rate", 1, 60, 15),
            ConfigReader.given(s.number("exposure", 1, 10_000, 0)),
            s.optional(
                "rotate",
                "0, 90, 180 or 270 degrees clockwise",
                0,
                raw -> raw.matches("0|90|180|270") ? Integer.valueOf(raw) : null));
    s.end();
    return camera;
  }
}
