package org.facepay.terminal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A flood outside is a line in the log, not a full disk. */
class LogPaceTest {
  private static final long MINUTE = LogPace.EVERY.toNanos();
  private final LogPace pace = new LogPace();

  @Test
  void everyKindIsSaidOnceAMinuteWithHowOften() {
    assertEquals(OptionalLong.of(1), pace.count(String.class, 5));
    for (int n = 1; n <= 600_000; n++) {
      assertEquals(OptionalLong.empty(), pace.count(String.class, 5 + n * (MINUTE / 600_001)));
    }
    assertEquals(OptionalLong.of(1), pace.count(Long.class, MINUTE));
    assertEquals(OptionalLong.of(600_001), pace.count(String.class, 5 + MINUTE));
    assertEquals(OptionalLong.empty(), pace.count(String.class, 6 + MINUTE));
    assertEquals(OptionalLong.of(2), pace.count(String.class, 5 + 3 * MINUTE));
  }

  @Test
  void aFullInboxIsOneLinePerKind() {
    Logger logger = (Logger) LoggerFactory.getLogger(Inbox.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Level before = logger.getLevel();
    logger.setLevel(Level.ERROR);
    logger.addAppender(log);
    try {
      Inbox<Object> inbox = new Inbox<>(1);
      inbox.offer("first");
      for (int n = 0; n < 10_000; n++) {
        assertFalse(inbox.offer("touch"));
        assertFalse(inbox.offer(7));
      }
      assertEquals(2, log.list.size());
      assertEquals(
          "inbox full, dropped: 1 x String; said once a minute",
          log.list.getFirst().getFormattedMessage());
    } finally {
      logger.detachAppender(log);
      logger.setLevel(before);
    }
  }
}
