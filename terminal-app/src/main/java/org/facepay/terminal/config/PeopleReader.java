package org.facepay.terminal.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.facepay.terminal.files.KeyFolder;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.balance.BalanceProvider;
import org.facepay.terminal.session.member.Accounts;
import org.facepay.terminal.session.member.Faces;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.technician.Console;
import org.facepay.terminal.world.faces.CameraSettings;
import org.facepay.terminal.world.members.MemberSettings;

/**
 * Reads the sections of who shops and who looks after the terminal. A camera sees nobody who is not
 * a member somewhere, so a shop that recognises faces has members, with or without a section of
 * their own.
 *
 * @param people those and what they need
 * @param faces what a face may do
 */
record PeopleReader(TerminalConfig.People people, Faces faces) {
  private static final String MOVED = "stands in the section members now: members: { key: … }";

  static PeopleReader read(Section root, Path data, Currency currency) {
    Optional<Path> walletFace = root.optionalSection("wallet-face").map(PeopleReader::socket);
    String wallet = walletFace.isPresent() ? AlipayProvider.NAME : "";
    Optional<MemberSettings> members = root.optionalSection("members").map(s -> members(s, data));
    Optional<Section> own = root.optionalSection("faces");
    Optional<CameraSettings> camera = own.map(s -> camera(s.section("camera")));
    Faces faces =
        own.map(s -> faces(s, currency, wallet)).orElseGet(() -> Faces.walletOnly(wallet));
    Optional<MemberSettings> implied = camera.map(_ -> new MemberSettings(usualKey(data)));
    return new PeopleReader(
        new TerminalConfig.People(
            members.or(() -> implied),
            camera,
            walletFace,
            root.optionalSection("technician").map(PeopleReader::console),
            root.optionalSection("refunds").map(PeopleReader::badges)),
        faces);
  }

  /**
   * How members are met.
   *
   * @param agreements whether some have signed
   */
  Members met(boolean agreements) {
    return new Members(
        new Accounts(
            people.members().isPresent() ? BalanceProvider.NAME : "",
            agreements ? AgreementProvider.NAME : ""),
        faces,
        people.members().isPresent());
  }

  private static MemberSettings members(Section s, Path data) {
    Path key = s.optionalPath("key", usualKey(data));
    if (key.toAbsolutePath().startsWith(data.toAbsolutePath())) {
      s.refuse(
          "key",
          "lies in the data folder with what it opens; move it out of there, best to another disk");
    }
    s.end();
    return new MemberSettings(key);
  }

  private static Path usualKey(Path data) {
    return KeyFolder.beside(data, "faces.key");
  }

  private static Faces faces(Section s, Currency currency, String wallet) {
    s.moved("key", MOVED);
    Faces faces =
        new Faces(
            true,
            s.amount("second-factor-above", currency, 20_000),
            s.duration("look", ConfigReader.SECOND, Duration.ofSeconds(20)),
            wallet);
    s.end();
    return faces;
  }

  private static CameraSettings camera(Section s) {
    CameraSettings camera =
        new CameraSettings(
            s.value(
                "source",
                "v4l2, clip or stills",
                CameraSettings.Source.V4L2,
                raw ->
                    raw.matches("v4l2|clip|stills")
                        ? CameraSettings.Source.valueOf(raw.toUpperCase(Locale.ROOT))
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

  private static Path socket(Section s) {
    Path socket = s.path("socket", "the socket of the vendor's face service");
    s.end();
    return socket;
  }

  private static Console.Settings console(Section s) {
    Console.Settings console = new Console.Settings(s.number("port", 0, 65_535, 0), s.file("pin"));
    s.end();
    return console;
  }

  private static Path badges(Section s) {
    Path badges = s.file("badges");
    s.end();
    return badges;
  }
}
