package org.facepay.terminal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A bug beside the sales is told. */
class SideThreadTest {
  @Test
  void aBugIsToldAndEndsWhatItDid() throws Exception {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    Logger log = (Logger) LoggerFactory.getLogger(SideThread.class);
    log.setLevel(Level.ERROR);
    log.addAppender(said);
    try (SideThread thread = new SideThread("bags")) {
      ScheduledFuture<?> task =
          thread.scheduleWithFixedDelay(
              () -> {
                throw new IllegalStateException("broken");
              },
              0,
              1,
              TimeUnit.MILLISECONDS);
      thread.schedule(() -> {}, 0, TimeUnit.MILLISECONDS).get(10, TimeUnit.SECONDS);
      thread.shutdown();
      assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
      assertTrue(task.isDone());
    } finally {
      log.detachAppender(said);
      log.setLevel(null);
    }
    assertEquals(1, said.list.size(), said.list::toString);
    assertTrue(said.list.getFirst().getFormattedMessage().startsWith("a bug on the bags thread"));
  }
}
