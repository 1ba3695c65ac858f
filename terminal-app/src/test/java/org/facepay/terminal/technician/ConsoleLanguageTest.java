package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.facepay.kiosk.screen.Screen.Guidance;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.lock.DoorState;
import org.facepay.peripherals.lock.LockWorker.DoorChanged;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.scale.NotWeighed;
import org.facepay.peripherals.scale.Weight;
import org.facepay.peripherals.shelf.ShelfReading;
import org.facepay.peripherals.worker.Health;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.Trouble;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.devices.Said;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.settlement.file.PlanogramException;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.technician.CameraDesk.Sight;
import org.facepay.terminal.world.StandStill;
import org.junit.jupiter.api.Test;

/**
 * Every page of the console in many states is wholly in the language that was chosen. Names, paths
 * and figures are the same in both, and the log is the program's own.
 */
class ConsoleLanguageTest extends ConsoleFixture {
  private static final String[] DATA = {"可乐", "毫升", "茶", "小<李>", "王", "饮料"};

  private final List<String> wrong = new ArrayList<>();
  private String form = "";
  private int pages;

  private void read(String chinese, String english) {
    pages++;
    OneLanguage.english(chinese).forEach(word -> wrong.add("zh: " + word));
    OneLanguage.chinese(english, DATA).forEach(line -> wrong.add("en: " + line));
  }

  private void walk(String path) throws Exception {
    String sign = path.contains("?") ? "&" : "?";
    read(get(path + sign + "lang=zh").body(), get(path + sign + "lang=en").body());
  }

  private void act(String path, String... fields) throws Exception {
    String[] sent = new String[fields.length + 2];
    System.arraycopy(fields, 0, sent, 0, fields.length);
    sent[fields.length] = "form";
    sent[fields.length + 1] = form;
    read(postTo(path + "?lang=zh", sent).body(), postTo(path + "?lang=en", sent).body());
  }

  private void upload(String list) throws Exception {
    byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
    read(
        uploadTo("/goods?lang=zh", form, bytes).body(),
        uploadTo("/goods?lang=en", form, bytes).body());
  }

  private void isInOneLanguage() {
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyPageAsItIs() throws Exception {
    read(get("/?lang=zh").body(), get("/?lang=en").body());
    read(post("pin", "111111").body().isEmpty() ? "" : wrongPin("zh"), wrongPin("en"));
    form = logIn();
    for (String path :
        List.of("/", "/state", "/books", "/privacy", "/goods", "/badges", "/camera", "/visits")) {
      walk(path);
    }
    isInOneLanguage();
    assertTrue(pages > 9, pages + " pages");
  }

  private String wrongPin(String language) throws Exception {
    return postTo("/?lang=" + language, "pin", "111111").body();
  }

  @Test
  void everyAlarmAndEveryHealth() throws Exception {
    form = logIn();
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      alarms.raise(kind, "K3", "7");
    }
    walk("/");
    List<HealthText> texts = new ArrayList<>();
    for (Problem.Kind kind : Problem.Kind.values()) {
      texts.add(new Problem(kind, arguments(kind)));
    }
    for (Identity.Kind kind : Identity.Kind.values()) {
      texts.add(new Identity(kind, arguments(kind)));
    }
    for (String model :
        List.of(
            "line scanner",
            "keyboard scanner",
            "HID-POS scanner",
            "Zebra SSI scanner",
            "Honeywell scanner")) {
      texts.add(Identity.of(Identity.Kind.LISTENING, model));
    }
    int n = 0;
    for (HealthText text : texts) {
      for (Health.State state : List.of(Health.State.ONLINE, Health.State.OFFLINE)) {
        device("d" + n, state, text);
        n++;
      }
    }
    walk("/");
    isInOneLanguage();
  }

  /** The system's own words are English, and stand on the English page alone. */
  private static List<String> arguments(HealthText.Kind kind) {
    return kind.shape().stream()
        .map(name -> name.equals("cause") ? "Connection refused" : name.equals("where") ? "" : "X1")
        .toList();
  }

  private void device(String name, Health.State state, HealthText text) {
    Consumer<Health> told =
        board.add(
            new Device(
                name,
                "scanner",
                "line",
                new Binding.At("/dev/ttyUSB0"),
                Optional.empty(),
                List.of(),
                Lines.NONE));
    told.accept(new Health(name, state, Optional.of(text), now));
  }

  @Test
  void everyRoleAndWhateverADeviceSays() throws Exception {
    form = logIn();
    List<String> roles = new ArrayList<>(new TreeMap<>(Roles.ALL.keys()).keySet());
    roles.add("camera");
    for (String role : roles) {
      board
          .add(
              new Device(
                  role + "1",
                  role,
                  "line",
                  new Binding.At("/dev/x"),
                  Optional.empty(),
                  List.of(),
                  Lines.NONE))
          .accept(new Health(role + "1", Health.State.IDENTIFYING, Optional.empty(), now));
    }
    List<Said> said = new ArrayList<>();
    for (NotWeighed.Reason reason : NotWeighed.Reason.values()) {
      said.add(new Said.Weighed(new NotWeighed(reason)));
    }
    said.add(new Said.Weighed(new Weight(330_000, true)));
    said.add(new Said.Weighed(new Weight(330_000, false)));
    for (DoorState state : DoorState.values()) {
      said.add(new Said.DoorMoved(new DoorChanged(0, state)));
    }
    said.add(new Said.ShelfRead(new ShelfReading(1, 5_000, 6_000, true, 0)));
    said.add(new Said.DrawerMoved(true));
    said.add(new Said.DrawerMoved(false));
    for (Said what : said) {
      board.said("scale1", what);
      walk("/");
    }
    isInOneLanguage();
  }

  @Test
  void theStateInEveryTrouble() throws Exception {
    form = logIn();
    for (Trouble.Kind kind : Trouble.Kind.values()) {
      collector =
          new StateDesk.Collector(false, Optional.of(new Trouble(kind, detail(kind))), 3, 2);
      walk("/state");
    }
    for (String act :
        List.of("check-goods", "zero-scale", "slots-serviced", "restart", "new-pin")) {
      act("/state", "do", act);
    }
    journal = false;
    walk("/books");
    act("/", "do", "print-day");
    journal = true;
    act("/", "do", "print-day", "day", "2026-11-24");
    act("/", "do", "test", "device", "nothing");
    act("/", "do", "show", "member", "nobody");
    act("/", "do", "show", "member", "M1");
    act("/", "do", "erase", "member", "M1");
    act("/", "do", "erase", "member", "M1", "again", "M1");
    act("/state", "do", "zero-scale", "form", "guess");
    act("/state", "do", "x".repeat(5_000));
    isInOneLanguage();
  }

  private static String detail(Trouble.Kind kind) {
    return switch (kind) {
      case NO_ANSWER, HTTP_STATUS, NOT_ENROLLED -> "502";
      case NO_CONNECTION,
          OTHER_ANSWER,
          BROKEN_ANSWER,
          SENSELESS_ANSWER,
          NO_EVENTS,
          OUTBOX,
          STOPPED ->
          "java.net.ConnectException: refused";
    };
  }

  @Test
  void whyATerminalDoesNotSell() throws Exception {
    form = logIn();
    List<Exception> failures = new ArrayList<>();
    for (StorageException.Reason reason : StorageException.Reason.values()) {
      failures.add(new StorageException(reason, "the disk is full"));
    }
    failures.add(new NoSuchFileException("/data/alipay.key"));
    failures.add(new AccessDeniedException("/data/alipay.key"));
    failures.add(new IOException("cannot listen", new BindException("Address already in use")));
    failures.add(new IOException("nobody has words for this"));
    for (Exception failure : failures) {
      alarms.raise(Alarm.Kind.NOT_SELLING, "K3", StandStill.why(failure));
      walk("/");
    }
    isInOneLanguage();
  }

  @Test
  void whateverIsWrongWithAPlanogram() throws Exception {
    form = logIn();
    Path file = folder.resolve("planogram.json");
    String shelf =
        "{\"id\":\"S1\",\"lengthMm\":%s,\"cells\":\"%s\",\"noiseGrams\":1,\"lanes\":[%s]}";
    String lane = "{\"sku\":\"%s\",\"fromMm\":%s,\"toMm\":%s,\"stock\":%s}";
    String sku =
        "{\"id\":\"%s\",\"name\":\"%s\",\"priceMinor\":1,\"massGrams\":330,\"massSigmaGrams\":1}";
    String good = sku.formatted("6901234567892", "1");
    String lanes = lane.formatted("7", 0, 9, 1) + "," + lane.formatted("6901234567892", 5, 4, 500);
    String one = shelf.formatted(900, "left-right", lanes);
    for (String text :
        List.of(
            "",
            "{]",
            "[]",
            "{}",
            planogram("X1", one + "," + one, good + "," + good),
            planogram("CNY", shelf.formatted(-1, "1", lanes), sku.formatted("12", "")),
            planogram("CNY", one, sku.formatted("6901234567891", "1")))) {
      Files.writeString(file, text);
      PlanogramException e =
          assertThrows(PlanogramException.class, () -> PlanogramFile.read(file), text);
      benches.unsellable = Optional.of(e.explanation());
      upload(Benches.cola("4"));
    }
    isInOneLanguage();
  }

  private static String planogram(String currency, String shelves, String skus) {
    return "{\"currency\":\"%s\",\"shelves\":[%s],\"skus\":[%s]}"
        .formatted(currency, shelves, skus);
  }

  @Test
  void whateverIsWrongWithAList() throws Exception {
    form = logIn();
    String line = "6901234567892\t可乐\t\tCola\t\t%s\t%s\t%s\t%s\t%s\t\t%s\n";
    for (String list :
        List.of(
            "",
            "12\tx\n",
            "a\0b",
            Benches.cola("4") + Benches.cola("5"),
            Benches.cola("4x"),
            Benches.cola("4").replace("6901234567892", "a1"),
            Benches.cola("4").replace("6901234567892", "16901234567899"),
            Benches.cola("4").replace("6901234567892", "6901234567891"),
            Benches.cola("4").replace("6901234567892", "4711"),
            line.formatted("4", "4", "4", "l1", "13", ""),
            line.formatted("4", "4", "0", "kg", "13", ""),
            line.formatted("4", "3", "5", "piece", "13", ""),
            line.formatted("4", "4", "4", "piece", "1x", ""),
            line.formatted("4", "4", "4", "piece", "13", "a18"),
            Benches.cola("4").replace("可乐", " "),
            Benches.cola("4").replace("Cola", "C".repeat(90)),
            Benches.cola("4") + Benches.OTHER,
            "# nothing\n",
            "x\uFFFD\n")) {
      upload(list);
    }
    benches.unsellable = Optional.of(Sentence.verbatim("7"));
    upload(Benches.cola("4"));
    act("/goods", "do", "take", "digest", "0");
    goodsProblems = List.of(Sentence.verbatim("7"));
    act("/state", "do", "check-goods");
    isInOneLanguage();
  }

  @Test
  void badgesCameraAndVisits() throws Exception {
    form = logIn();
    act("/badges", "do", "add", "name", "Ana", "code", "FPA-1");
    act("/badges", "do", "add", "name", "Ana", "code", "nothing");
    act("/badges", "do", "add", "name", "Ana");
    act("/badges", "do", "revoke", "badge", "aa11");
    act("/badges", "do", "pin", "holder", "bb22", "fresh", "1", "again", "1");
    act("/badges", "do", "pin", "holder", "bb22", "fresh", "773301", "again", "773301");
    act("/badges", "do", "revoke", "badge", "none", "again", "none");
    for (Guidance guidance : Guidance.values()) {
      benches.sight =
          Optional.of(
              new Sight(Optional.of(new byte[1]), true, Optional.of(guidance), Optional.empty()));
      walk("/camera");
    }
    benches.sight =
        Optional.of(
            new Sight(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(Problem.of(Problem.Kind.CAMERA_SILENT, "/dev/video0"))));
    walk("/camera");
    benches.sight = Optional.empty();
    walk("/camera");
    act("/camera", "do", "turn", "degrees", "90");
    act("/camera", "do", "turn", "degrees", "91");
    walk("/visits?visit=7ABC");
    walk("/visits?visit=BROKEN");
    walk("/visits?visit=none");
    act("/visits", "do", "looked", "visit", "7ABC", "right", "no");
    act("/visits", "do", "looked", "visit", "none", "right", "yes");
    cookie = "";
    walk("/");
    read(wrongPin("zh"), wrongPin("en"));
    assertEquals(303, post("who", "Ana", "pin", "773301").statusCode());
    walk("/state");
    isInOneLanguage();
  }

  @Test
  void aFailureWithoutWordsIsLeftToTheLog() throws IOException {
    assertTrue(OneLanguage.english("<p>没有：there is no such thing</p>").contains("there"));
    assertEquals(List.of("没有"), OneLanguage.chinese("<p>no: <b>没有</b></p>"));
    assertEquals(List.of(), OneLanguage.english("<a href=\"/x\">English</a>" + Locale.ROOT));
  }
}
