package org.facepay.terminal.technician;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last lines of the log, for a technician who has no other screen. */
public final class RecentLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final int LINES = 120;
  private static final int MOST_CHARACTERS = 300;

  private final DateTimeFormatter time;
  private final ArrayDeque<String> lines = new ArrayDeque<>();

  private RecentLog(ZoneId zone) {
    time = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /** Listens from now on, where the log is Logback's. */
  public static RecentLog listening(ZoneId zone) {
    RecentLog recent = new RecentLog(zone);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      recent.setContext(context);
      recent.start();
      context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(recent);
    }
    return recent;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String name = event.getLoggerName();
    String line =
        time.format(Instant.ofEpochMilli(event.getTimeStamp()))
            + " "
            + event.getLevel()
            + " "
            + name.substring(name.lastIndexOf('.') + 1)
            + " - "
            + event.getFormattedMessage();
    synchronized (lines) {
      lines.addLast(line.substring(0, Math.min(MOST_CHARACTERS, line.length())));
      if (lines.size() > LINES) {
        lines.removeFirst();
      }
    }
  }

  /** The oldest first. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void close() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
    }
    stop();
  }
}
