package org.facepay.terminal.loop;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON for the journal, without a word of JSON in the events themselves. Sealed types
 * inside an event are written with the simple name of the record as "type". What must not be
 * written, such as pay codes, is replaced: a replay does not need it.
 */
public final class EventCodec<E> {
  private final ObjectMapper json;
  private final Map<String, Class<? extends E>> byName = new HashMap<>();
  private final Earlier<E> earlier;

  /** Says how a sealed type's members are told apart. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  /**
   * A type whose values are never written.
   *
   * @param instead what a replay gets
   */
  public record Redaction<T>(Class<T> type, T instead) {}

  /** Reads what only journals of before hold. */
  public interface Earlier<E> {
    /**
     * @param name of the entry
     * @param body its parts by their names
     */
    Optional<E> read(String name, Map<String, ?> body);
  }

  /**
   * @param events the sealed event type, whose members may be sealed in turn
   * @param sealedInside sealed types that occur as components of events
   * @param redactions of what occurs in events but not in a journal
   * @param earlier knows the names of before
   */
  public EventCodec(
      Class<E> events,
      List<Class<?>> sealedInside,
      List<Redaction<?>> redactions,
      Earlier<E> earlier) {
    this.earlier = earlier;
    JsonMapper.Builder builder =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    SimpleModule secrets = new SimpleModule();
    redactions.forEach(r -> redact(secrets, r));
    builder.addModule(secrets);
    for (Class<?> inside : sealedInside) {
      builder.addMixIn(inside, Typed.class);
      for (Class<?> member : inside.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(member, member.getSimpleName()));
      }
    }
    json = builder.build();
    name(events, events);
  }

  private void name(Class<E> events, Class<?> group) {
    for (Class<?> member : group.getPermittedSubclasses()) {
      if (member.isSealed()) {
        name(events, member);
      } else {
        byName.put(member.getSimpleName(), member.asSubclass(events));
      }
    }
  }

  public String type(E event) {
    return event.getClass().getSimpleName();
  }

  /** Every name that may stand in a journal, with what is read for it. */
  Map<String, Class<? extends E>> names() {
    return Map.copyOf(byName);
  }

  /** UTF-8 JSON object of the record's components. */
  public byte[] encode(E event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("events are plain records: " + type(event), e);
    }
  }

  /**
   * Reads an event back.
   *
   * @throws IOException when the journal holds an event this program does not know
   */
  public E decode(String type, byte[] body) throws IOException {
    Class<? extends E> event = byName.get(type);
    if (event != null) {
      return json.readValue(body, event);
    }
    return earlier(type, json.readValue(body, new TypeReference<Map<String, Object>>() {}));
  }

  private E earlier(String type, @Nullable Map<String, Object> body) throws IOException {
    try {
      return earlier
          .read(type, body == null ? Map.of() : body)
          .orElseThrow(
              () ->
                  new IOException(
                      "the journal holds an event this version does not know: " + type));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("the journal holds a damaged event: " + type, e);
    }
  }

  private static <T> void redact(SimpleModule module, Redaction<T> redaction) {
    module.addSerializer(redaction.type(), new Nothing<>(redaction.type()));
    module.addDeserializer(redaction.type(), new Instead<>(redaction));
  }

  /** Writes an empty object whatever it is given. */
  private static final class Nothing<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    Nothing(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      out.writeEndObject();
    }
  }

  /** Reads anything as the same value. */
  private static final class Instead<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient T instead;

    Instead(Redaction<T> redaction) {
      super(redaction.type());
      this.instead = redaction.instead();
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      in.skipChildren();
      return instead;
    }
  }
}
