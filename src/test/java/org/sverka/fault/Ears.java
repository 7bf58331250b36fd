package org.sverka.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Hears everything that the program logs, in place of the console. */
final class Ears extends AppenderBase<ILoggingEvent> {
  private final List<ILoggingEvent> heard = new CopyOnWriteArrayList<>();

  void open() {
    start();
    ours().setLevel(Level.TRACE);
    ours().setAdditive(false);
    ours().addAppender(this);
  }

  void close() {
    ours().detachAppender(this);
    ours().setAdditive(true);
    ours().setLevel(null);
  }

  void clear() {
    heard.clear();
  }

  @Override
  protected void append(ILoggingEvent event) {
    heard.add(event);
  }

  /** Everything, a line for each event, with whatever hangs on it. */
  String all() {
    return heard.stream().map(Ears::text).collect(Collectors.joining("\n"));
  }

  /** How often an alarm was raised that says so. */
  long alarms(String words) {
    return heard.stream()
        .filter(event -> event.getLevel().equals(Level.ERROR))
        .filter(event -> event.getFormattedMessage().contains(words))
        .count();
  }

  private static String text(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return event.getLevel()
        + " "
        + event.getFormattedMessage()
        + " "
        + event.getKeyValuePairs()
        + (thrown == null ? "" : " " + ThrowableProxyUtil.asString(thrown));
  }

  private static Logger ours() {
    return (Logger) LoggerFactory.getLogger("org.sverka");
  }
}
