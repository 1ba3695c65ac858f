package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Whoever stands at the devices during a self-test: a person, or a test's hand. */
public interface Technician {
  /** Nobody: interactive checks are skipped. */
  Technician NOBODY =
      new Technician() {
        @Override
        public boolean present() {
          return false;
        }

        @Override
        public void tell(String what) {}

        @Override
        public Optional<String> answer() {
          return Optional.empty();
        }

        @Override
        public Duration patience() {
          return Duration.ZERO;
        }
      };

  /** Whether anybody is there. */
  boolean present();

  /** Says what to do, or asks something. */
  void tell(String what);

  /** The line that is typed next; empty if none comes within {@link #patience}. */
  Optional<String> answer();

  /** How long a hand may take for one thing. */
  Duration patience();

  /** A question that is answered by y or n; empty if it is not answered in time. */
  default Optional<Boolean> confirms(String question) {
    tell(question + " [y/n]");
    return answer()
        .map(a -> a.strip().toLowerCase(Locale.ROOT))
        .filter(a -> a.startsWith("y") || a.startsWith("n"))
        .map(a -> a.startsWith("y"));
  }
}
