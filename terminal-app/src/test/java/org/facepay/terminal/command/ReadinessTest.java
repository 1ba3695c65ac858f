package org.facepay.terminal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is only found when somebody shops, unless a check reads it before. */
@NeedsNatives
class ReadinessTest {
  private static final String SECRET = "rw-------";

  @TempDir Path folder;
  private DemoShop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new DemoShop(folder, new DemoShop.Settings(0, Duration.ofSeconds(1), true));
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  private Readiness readiness() throws ConfigException {
    return Readiness.of(Program.config(shop.config()));
  }

  private void only(String start) throws ConfigException {
    List<String> problems = readiness().problems();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.getFirst().startsWith(start), problems::toString);
  }

  private void configure(String old, String changed) throws IOException {
    String text = Files.readString(shop.config());
    assertTrue(text.contains(old), old);
    Files.writeString(shop.config(), text.replace(old, changed));
  }

  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(SECRET));
  }

  @Test
  void saysWhatItHasReadAndWritesNothing() throws Exception {
    write("recalls.tsv", "6900123400074\tAB1\n");
    configure("catalogue: goods.tsv\n", "catalogue: goods.tsv\nrecalls: recalls.tsv\n");
    List<Path> before = files();
    Readiness readiness = readiness();
    assertEquals(List.of(), readiness.problems());
    assertTrue(readiness.toString().matches("goods=2\\d\\d recalls=1 badges=1 keys=5"));
    assertEquals(before, files());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void everyLineOfTheGoodsThatCannotBeScannedIsListed() throws Exception {
    Path goods = folder.resolve("goods.tsv");
    String line =
        Files.readString(goods).lines().filter(l -> l.contains("piece")).findFirst().get();
    String code = line.substring(0, line.indexOf('\t'));
    long lines = Files.readString(goods).lines().count();
    Files.writeString(
        goods,
        Files.readString(goods)
            + line.replace(code, "6932170000000")
            + "\n"
            + line.replace(code, "12345")
            + "\n");
    List<String> problems = readiness().problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTrue(
        problems.get(0).startsWith("catalogue: line %d: 6932170000000".formatted(lines + 1)));
    assertTrue(problems.get(1).startsWith("catalogue: line %d: 12345".formatted(lines + 2)));
    Files.delete(goods);
    only("catalogue: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6900123400561", "6932170000003", "200002"})
  void aBagThatIsNotInTheListIsFound(String bag) throws Exception {
    configure("bag: \"6900123400562\"", "bag: " + bag);
    only("checkout.bag: expected an article of the list of goods, found " + bag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"merchant.key", "wechat-merchant.key", "wechat-v3.key", "technician.pin"})
  void everyKeyThatOthersMayUseIsFoundOnce(String name) throws Exception {
    for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-")) {
      Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
      only("others may use " + folder.resolve(name) + "; run: chmod go=");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merchant.key alipay.merchant-private-key",
        "alipay.pub alipay.alipay-public-key",
        "wechat-merchant.key wechat.merchant-private-key",
        "wechat-v3.key wechat.api-v3-key",
        "technician.pin technician.pin",
        "badges.txt refunds.badges"
      })
  void everyFileThatIsNoSuchThingIsFound(String fileAndKey) throws Exception {
    String[] names = fileAndKey.split(" ");
    write(names[0], "nonsense\n");
    only(names[1] + ": ");
  }

  @Test
  void theKeyOfTheFacesTheCardAndTheRecallsAreRead() throws Exception {
    configure(
        "refunds:",
        "members: { key: faces.key }\nfaces: { camera: { source: stills, path: pictures } }\nrefunds:");
    assertEquals(List.of(), readiness().problems(), "it is made at the first start");
    write("faces.key", "short");
    only("members.key: ");
    Files.delete(folder.resolve("faces.key"));
    Files.createDirectory(
        folder.resolve("data"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    write("data/faces.db", "");
    only("members.key: the key ");
    Files.delete(folder.resolve("data/faces.db"));
    configure("sale-id: K3", "sale-id: K3, key: { id: k, passphrase: pass }");
    write("pass", "");
    only("payments.card.key.passphrase: ");
    write("pass", "correct horse battery staple");
    configure("catalogue:", "recalls: recalls.tsv\ncatalogue:");
    Files.write(folder.resolve("recalls.tsv"), "牛奶".getBytes(Charset.forName("GBK")));
    only("recalls: ");
  }

  @Test
  void dataThatOthersMayReadAndAgreementsWithoutMembersAreFound() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    only("others may use " + data);
    assertFalse(Readiness.loose(Program.config(shop.config())).isEmpty());
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    configure("payments:\n", "payments:\n  agreement: {}\n");
    only("payments.agreement: expected the section members");
  }
}
