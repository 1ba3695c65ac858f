package org.facepay.kiosk.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Snapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connected pages and what all of them show. {@link #offer} and the getters may be called from
 * any thread, everything else belongs to the event loop.
 */
final class Pages {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
  private static final long NOTHING = -1;

  private final Consumer<KioskServer.Received> onIntent;
  private final Duration patience;
  private final String build;
  private final AtomicReference<@Nullable BiConsumer<String, Display.Language>> voice =
      new AtomicReference<>();
  private volatile Media media = Media.NONE;
  private final AtomicReference<@Nullable Sent> newest = new AtomicReference<>();
  private final CopyOnWriteArrayList<Consumer<KioskServer.Painted>> onPainted =
      new CopyOnWriteArrayList<>();
  private final Set<PageLink> links = new LinkedHashSet<>();
  private final Set<PageMessages.Refused.Why> logged =
      EnumSet.noneOf(PageMessages.Refused.Why.class);
  private volatile int count;
  private final AtomicLong refusals = new AtomicLong();
  private volatile long paintedSeq = NOTHING;

  /** Since when something waits to be painted; 0 while nothing does. */
  private final AtomicLong waitsSince = new AtomicLong();

  private final AtomicLong strays = new AtomicLong();

  /** A snapshot ready for the wire. */
  record Sent(Snapshot snapshot, String json) {
    long seq() {
      return snapshot.seq();
    }
  }

  Pages(Consumer<KioskServer.Received> onIntent, Duration patience, String build) {
    this.onIntent = onIntent;
    this.patience = patience;
    this.build = build;
  }

  /** Makes the snapshot the newest unless a later one has overtaken it. */
  void offer(Snapshot snapshot) {
    Sent sent = new Sent(snapshot, SnapshotJson.write(snapshot));
    newest.updateAndGet(old -> old != null && old.seq() > sent.seq() ? old : sent);
    waitsSince.compareAndSet(0, System.nanoTime());
  }

  @Nullable Sent newest() {
    return newest.get();
  }

  /** First words to a page: the build it must be of, and whether it can be heard. */
  String hello() {
    return "{\"build\":\"" + build + "\",\"voice\":" + (voice.get() != null) + "}";
  }

  void voice(BiConsumer<String, Display.Language> speaks) {
    voice.set(speaks);
  }

  void media(Media plays) {
    media = plays;
  }

  Media media() {
    return media;
  }

  void say(PageMessage.ToSay said) {
    BiConsumer<String, Display.Language> speaks = voice.get();
    if (speaks != null) {
      speaks.accept(said.text(), said.language());
    }
  }

  /** How long a control has to be in sight before it can be touched. */
  Duration patience() {
    return patience;
  }

  int count() {
    return count;
  }

  OptionalLong paintedSeq() {
    long seq = paintedSeq;
    return seq == NOTHING ? OptionalLong.empty() : OptionalLong.of(seq);
  }

  /** Messages that were not one, since the start. */
  long refusals() {
    return refusals.get();
  }

  /** Touches that were not meant, since the start. */
  long strays() {
    return strays.get();
  }

  /** How long what is newest, or something before it, has waited to be painted, or for a page. */
  Duration behind() {
    long since = waitsSince.get();
    return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }

  void listen(Consumer<KioskServer.Painted> listener) {
    onPainted.add(listener);
  }

  void add(PageLink link) {
    links.add(link);
    count = links.size();
  }

  void remove(PageLink link) {
    links.remove(link);
    count = links.size();
    if (count == 0) {
      waitsSince.compareAndSet(0, System.nanoTime());
    }
  }

  void flush() {
    links.forEach(PageLink::flush);
  }

  void preview(byte[] jpeg) {
    links.forEach(link -> link.preview(jpeg));
  }

  void touched(PageMessage.Touched touched) {
    onIntent.accept(new KioskServer.Received(touched.intent(), touched.seq()));
  }

  void stray() {
    strays.incrementAndGet();
  }

  void painted(KioskServer.Painted painted) {
    paintedSeq = Math.max(paintedSeq, painted.seq());
    Sent sent = newest.get();
    waitsSince.set(sent == null || sent.seq() <= painted.seq() ? 0 : System.nanoTime());
    onPainted.forEach(listener -> listener.accept(painted));
  }

  void refused(PageMessages.Refused.Why why) {
    refusals.incrementAndGet();
    if (logged.add(why)) {
      LOG.warn("a page sent something that is not a message ({}); logged once per kind", why);
    }
  }
}
