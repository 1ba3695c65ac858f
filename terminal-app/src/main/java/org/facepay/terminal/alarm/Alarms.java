package org.facepay.terminal.alarm;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.facepay.terminal.language.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarms that stand now. Raising one again changes nothing, so whoever finds the fault may say
 * so as often as it is found; each is logged once. Thread-safe.
 */
public final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private record Key(Alarm.Kind kind, String subject) {}

  private final InstantSource clock;
  private final Map<Key, Alarm> standing = new LinkedHashMap<>();
  private BiConsumer<Alarm, Boolean> listener = (alarm, raised) -> {};

  public Alarms(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Told of every alarm that is raised (true) or over (false), and at once of those that stand; on
   * the thread that finds it, so it must not block.
   */
  public synchronized void onChange(BiConsumer<Alarm, Boolean> told) {
    listener = told;
    standing.values().forEach(alarm -> told.accept(alarm, true));
  }

  /**
   * As below.
   *
   * @param detail what is the same in every language: figures, names, the other side's own words
   */
  public void raise(Alarm.Kind kind, String subject, String detail) {
    raise(kind, subject, Sentence.verbatim(detail));
  }

  /** Something is wrong; the words of one that stands already are renewed. */
  public synchronized void raise(Alarm.Kind kind, String subject, Sentence detail) {
    Key key = new Key(kind, subject);
    Alarm before = standing.get(key);
    Alarm now = new Alarm(kind, subject, detail, before == null ? clock.instant() : before.since());
    standing.put(key, now);
    if (before == null) {
      LOG.error("alarm {} {}: {}", kind, subject, detail);
      listener.accept(now, true);
    }
  }

  /** It is wrong no more. */
  public synchronized void clear(Alarm.Kind kind, String subject) {
    Alarm over = standing.remove(new Key(kind, subject));
    if (over != null) {
      LOG.info("alarm {} {} is over", kind, subject);
      listener.accept(over, false);
    }
  }

  /** Raises or clears. */
  public void set(boolean wrong, Alarm.Kind kind, String subject, String detail) {
    if (wrong) {
      raise(kind, subject, detail);
    } else {
      clear(kind, subject);
    }
  }

  /** Those that stand, the oldest first. */
  public synchronized List<Alarm> standing() {
    Collection<Alarm> all = standing.values();
    return List.copyOf(all);
  }
}
