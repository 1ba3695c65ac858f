package org.facepay.terminal.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.facepay.terminal.files.KeyFolder;
import org.facepay.terminal.world.attendants.AttendantSettings;

/** Reads the section of the attendants' page at the terminal itself. */
final class AttendantsReader {
  private AttendantsReader() {}

  static AttendantSettings read(Section s, Path data) {
    AttendantSettings settings =
        new AttendantSettings(
            s.number("port", 0, 65_535, 8_443),
            s.text(
                "address",
                "[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?",
                "a host name or an IPv4 address, without a port"),
            s.optionalPath("certificate", KeyFolder.beside(data, "attendants.p12")),
            s.optionalSection("shop").map(AttendantsReader::shop));
    s.end();
    return settings;
  }

  private static AttendantSettings.Shop shop(Section s) {
    List<String> peers =
        s.words(
            "peers",
            "https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?",
            "different addresses such as https://192.168.1.34:8443");
    AttendantSettings.Shop shop =
        new AttendantSettings.Shop(s.file("key"), peers.stream().map(URI::create).toList());
    s.end();
    return shop;
  }
}
