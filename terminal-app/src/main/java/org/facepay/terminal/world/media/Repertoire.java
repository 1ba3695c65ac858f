package org.facepay.terminal.world.media;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.MediaFolder;
import org.facepay.terminal.catalogue.MediaItem;

/** What may play, and an alarm for each file that cannot. Its owner guards it. */
final class Repertoire {
  private final Alarms alarms;

  /** Items that the page could not show, by name and version. */
  private final Set<String> unplayable = new HashSet<>();

  private Map<String, MediaItem> playable = Map.of();
  private List<MediaItem> order = List.of();
  private Set<String> refused = Set.of();

  Repertoire(Alarms alarms) {
    this.alarms = alarms;
  }

  /** What folder and list say now. */
  void take(MediaFolder.Contents contents, Instant now) {
    Map<String, String> problems = new HashMap<>(contents.problems());
    Map<String, MediaItem> fit = new HashMap<>();
    for (MediaItem item : contents.items()) {
      if (unplayable.contains(key(item))) {
        problems.put(item.name(), "the page's browser cannot play it");
      } else {
        fit.put(item.name(), item);
      }
    }
    refused.stream()
        .filter(subject -> !problems.containsKey(subject))
        .forEach(subject -> alarms.clear(Kind.MEDIA_REFUSED, subject));
    problems.forEach((subject, why) -> alarms.raise(Kind.MEDIA_REFUSED, subject, why));
    refused = Set.copyOf(problems.keySet());
    playable = fit;
    order =
        contents.items().stream()
            .filter(item -> item.equals(fit.get(item.name())) && item.validAt(now))
            .toList();
  }

  /** What may play now, in the order of the list. */
  List<MediaItem> order() {
    return order;
  }

  /** The item of that name, if it may play. */
  Optional<MediaItem> item(String name, Instant now) {
    return Optional.ofNullable(playable.get(name)).filter(item -> item.validAt(now));
  }

  /** The page could not show it as it is. */
  void unplayable(MediaItem item) {
    unplayable.add(key(item));
  }

  private static String key(MediaItem item) {
    return item.name() + " " + item.version();
  }
}
