package org.facepay.kiosk.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;

/**
 * The messages between terminal and page as TypeScript, derived from the records that are written
 * and the intents that are read. An {@code Optional} is null when empty, as Jackson writes it.
 */
final class MessageTypes {
  private static final int LONGEST_LINE = 120;

  private final Map<String, Class<?>> named = new LinkedHashMap<>();
  private final Deque<Class<?>> toWrite = new ArrayDeque<>();
  private final StringBuilder out =
      new StringBuilder(
          "// What goes over the link: the records of org.facepay.kiosk.screen. Written by"
              + " MessageTypesTest, not by hand.\n");

  private MessageTypes() {}

  /** The whole file. */
  static String written() {
    MessageTypes types = new MessageTypes();
    types.name(Snapshot.class);
    while (!types.toWrite.isEmpty()) {
      types.write(types.toWrite.remove());
    }
    types.union("Intent", intents().stream().map(types::intent).toList());
    return types.out.toString();
  }

  /** The names in JSON of the records of a sealed interface, as the mapper has them. */
  static Map<Class<?>, String> names(Class<?> parent) {
    var subTypes = SnapshotJson.mapper().findMixInClassFor(parent);
    Map<Class<?>, String> names = new LinkedHashMap<>();
    for (var type : subTypes.getAnnotation(JsonSubTypes.class).value()) {
      names.put(type.value(), type.name());
    }
    return names;
  }

  /** All records of a sealed interface, through interfaces below it. */
  static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageTypes::records)
        : Stream.of(type);
  }

  static List<Class<?>> intents() {
    return records(Intent.class).toList();
  }

  /** What the page calls an intent. */
  static String intentName(Class<?> intent) {
    String name = intent.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private String intent(Class<?> intent) {
    StringBuilder fields = new StringBuilder("{ intent: '" + intentName(intent) + "'");
    for (RecordComponent field : intent.getRecordComponents()) {
      fields.append("; ").append(field.getName()).append(": ").append(of(field.getGenericType()));
    }
    return fields.append(" }").toString();
  }

  private void write(Class<?> type) {
    if (type.isEnum()) {
      union(
          type.getSimpleName(),
          Arrays.stream(type.getEnumConstants()).map(each -> "'" + each + "'").toList());
    } else if (type.isSealed()) {
      union(type.getSimpleName(), names(type).keySet().stream().map(this::name).toList());
    } else {
      List<String> fields = new ArrayList<>();
      tag(type).ifPresent(tag -> fields.add("type: '" + tag + "'"));
      for (RecordComponent field : type.getRecordComponents()) {
        fields.add(field.getName() + ": " + of(field.getGenericType()));
      }
      String code = SnapshotJson.CODES.get(type);
      if (code != null) {
        fields.add(code + ": " + name(QrModules.class));
      }
      type(type.getSimpleName(), "{ " + String.join("; ", fields) + " }", () -> inLines(fields));
    }
  }

  private static String inLines(List<String> fields) {
    return "{\n  " + String.join(";\n  ", fields) + ";\n}";
  }

  private static Optional<String> tag(Class<?> type) {
    return Stream.of(Screen.class, Snapshot.Overlay.class)
        .filter(parent -> parent.isAssignableFrom(type))
        .findFirst()
        .map(parent -> names(parent).get(type));
  }

  private void union(String name, List<String> members) {
    String inOne = String.join(" | ", members);
    boolean fits = inOne.length() <= LONGEST_LINE - 3;
    type(name, inOne, () -> fits ? "\n  " + inOne : "\n  | " + String.join("\n  | ", members));
  }

  /** On one line where it fits, as the formatter would have it. */
  private void type(String name, String oneLine, Supplier<String> inLines) {
    String start = "\nexport type " + name + " =";
    boolean fits = start.length() + oneLine.length() <= LONGEST_LINE - 1;
    String rest = fits ? oneLine : inLines.get();
    out.append(start).append(rest.startsWith("\n") ? "" : " ").append(rest).append(";\n");
  }

  private String of(Type type) {
    if (type instanceof ParameterizedType generic) {
      String inner = of(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == List.class ? inner + "[]" : inner + " | null";
    }
    Class<?> plain = (Class<?>) type;
    if (plain == boolean.class) {
      return "boolean";
    }
    if (plain == String.class || plain == char.class) {
      return "string";
    }
    return plain.isPrimitive() ? "number" : name(plain);
  }

  /** A type's name in the page; two types may not share one. */
  private String name(Class<?> type) {
    Class<?> other = named.putIfAbsent(type.getSimpleName(), type);
    if (other == null) {
      toWrite.add(type);
    } else if (other != type) {
      throw new IllegalStateException(other + " and " + type + " would have the same name");
    }
    return type.getSimpleName();
  }
}
