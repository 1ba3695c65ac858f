package org.facepay.terminal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.PhoneLink;
import org.junit.jupiter.api.Test;

/**
 * What stands in journals out in the field: the names of events, the parts of each, and of what is
 * inside. Nothing in this list may go or change its meaning; what is new is added at its place.
 */
class JournalNamesTest {
  private final Map<String, String> events = new TreeMap<>();
  private final Map<String, String> inside = new TreeMap<>();

  @Test
  void everyNameIsPinned() throws IOException {
    TerminalLoopTest.machine().codec().names().forEach((name, of) -> events.put(name, parts(of)));
    String names = lines(events) + "\n" + lines(inside);
    if (System.getProperty("facepay.names", "").equals("write")) {
      Files.writeString(
          Path.of("src/test/resources/org/facepay/terminal/loop/journal-names.txt"), names);
    }
    try (var pinned = JournalNamesTest.class.getResourceAsStream("journal-names.txt")) {
      assertEquals(new String(pinned.readAllBytes(), StandardCharsets.UTF_8), names);
    }
  }

  private static String lines(Map<String, String> of) {
    return of.entrySet().stream()
        .map(e -> e.getKey() + e.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private String parts(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(part -> " " + part.getName() + ":" + name(part))
        .collect(Collectors.joining());
  }

  private String name(RecordComponent part) {
    if (part.getGenericType() instanceof ParameterizedType of) {
      arguments(of);
      return part.getGenericType().getTypeName().replaceAll("[a-z.]+\\.|\\w+\\$", "");
    }
    remember(part.getType());
    return part.getType().getSimpleName();
  }

  private void arguments(ParameterizedType of) {
    for (Type argument : of.getActualTypeArguments()) {
      if (argument instanceof ParameterizedType inner) {
        arguments(inner);
      } else {
        remember((Class<?>) argument);
      }
    }
  }

  /** What is never written has no shape there. */
  private void remember(Class<?> type) {
    boolean secret =
        type == Credential.class
            || type == PayCode.class
            || type == Digits.Digit.class
            || type == MemberCode.class
            || type == PhoneLink.class;
    if (secret || inside.containsKey(type.getSimpleName())) {
      return;
    }
    if (type.isEnum()) {
      inside.put(
          type.getSimpleName(),
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining("|", " ", "")));
    } else if (type.isRecord()) {
      inside.put(type.getSimpleName(), "");
      inside.put(type.getSimpleName(), parts(type));
    } else if (type.isSealed()) {
      inside.put(type.getSimpleName(), " one of");
      for (Class<?> member : type.getPermittedSubclasses()) {
        inside.put(type.getSimpleName() + "." + member.getSimpleName(), parts(member));
      }
    }
  }
}
