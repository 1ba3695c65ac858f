package org.facepay.kiosk.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What may play on the page while nobody is there. Called on the server's thread; at once. */
public interface Media {
  /** Where it is asked for. */
  String HOME = "/media/";

  /** Nothing. */
  Media NONE =
      new Media() {
        @Override
        public Optional<Path> file(String name) {
          return Optional.empty();
        }

        @Override
        public void unplayable(String name) {}
      };

  /** The kinds of files there are, by the endings of their names. */
  Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "webp", "image/webp",
          "mp4", "video/mp4",
          "webm", "video/webm");

  /** The file of that name, if it may play now; whatever else is asked for is not there. */
  Optional<Path> file(String name);

  /** The page cannot show it. */
  void unplayable(String name);
}
