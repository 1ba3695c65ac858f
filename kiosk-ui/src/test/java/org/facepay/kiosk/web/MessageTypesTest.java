package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.junit.jupiter.api.Test;

/** The page is type-checked against what the terminal really sends and reads. */
class MessageTypesTest {
  private static final Path FILE =
      Path.of("src/main/resources/org/facepay/kiosk/page/messages.d.ts");

  /** Set to {@code write} to have the file written anew. */
  private static final String PROPERTY = "facepay.messages";

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void theTypesOfThePageAreThoseOfTheRecords() throws IOException {
    if ("write".equals(System.getProperty(PROPERTY))) {
      Files.writeString(FILE, MessageTypes.written());
    }
    assertEquals(
        MessageTypes.written(),
        Files.readString(FILE),
        "messages.d.ts is not what the records say; write it anew with\n"
            + "mvn -pl kiosk-ui test -Dtest=MessageTypesTest -D"
            + PROPERTY
            + "=write");
  }

  @Test
  void everyScreenAndEveryDialogHasAName() {
    for (Class<?> parent : new Class<?>[] {Screen.class, Snapshot.Overlay.class}) {
      assertEquals(
          MessageTypes.records(parent).filter(Class::isRecord).collect(Collectors.toSet()),
          MessageTypes.names(parent).keySet());
    }
  }

  @Test
  void everyScreenIsSentWithTheFieldsOfItsType() throws IOException {
    var display = SampleScreens.display(Language.EN, false, false);
    for (var sample : new SampleScreens(Language.EN).all().values()) {
      var sent =
          JSON.readTree(
              SnapshotJson.write(new Snapshot(1, display, sample.screen(), sample.overlay())));
      Set<String> fields = new TreeSet<>(Set.of("type"));
      Arrays.stream(sample.screen().getClass().getRecordComponents())
          .map(RecordComponent::getName)
          .forEach(fields::add);
      String code = SnapshotJson.CODES.get(sample.screen().getClass());
      if (code != null) {
        fields.add(code);
      }
      Set<String> names = new TreeSet<>();
      sent.path("screen").fieldNames().forEachRemaining(names::add);
      assertEquals(fields, names);
    }
  }

  @Test
  void everyIntentOfThePageIsRead() throws Exception {
    for (Class<?> intent : MessageTypes.intents()) {
      ObjectNode message = JSON.createObjectNode().put("intent", MessageTypes.intentName(intent));
      for (RecordComponent field : intent.getRecordComponents()) {
        Class<?> type = field.getType();
        if (type == int.class) {
          message.put(field.getName(), 7);
        } else {
          message.put(field.getName(), type.isEnum() ? type.getEnumConstants()[0].toString() : "A");
        }
      }
      var read = (PageMessage.Touched) PageMessages.read(message.put("seq", 12).toString());
      Intent touched = read.intent();
      assertEquals(intent, touched.getClass());
    }
  }
}
