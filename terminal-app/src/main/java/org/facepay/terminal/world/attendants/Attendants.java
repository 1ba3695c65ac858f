package org.facepay.terminal.world.attendants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.facepay.sync.attendants.ShopKey;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.files.SharedSecret;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.PhoneLink;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the shop's attendants what waits here and hears what they answer: through the collector,
 * and, where the shop wants it, at a desk of this terminal's own and those of its other terminals.
 * While something waits each is asked twice a second; else nothing is said, but once that it is
 * over. What is answered becomes an event like a badge at the scanner, with the name of whoever
 * answered; what two desks answer counts once.
 */
public final class Attendants implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attendants.class);

  private final Shop shop;
  private final Inbox<Event> inbox;
  private final HttpDesks http;
  private final Line collector;
  private final List<Line> others = new CopyOnWriteArrayList<>();
  private final Map<URI, Line> found = new HashMap<>();
  private Optional<Peers> peers = Optional.empty();
  private boolean closed;
  private Optional<OwnDesk> own = Optional.empty();
  private Optional<Line> ownLine = Optional.empty();
  private volatile Optional<State<?>> state = Optional.empty();
  private Asked asked = Asked.NOTHING;
  private final Set<String> handed = new HashSet<>();

  /**
   * Where the terminal stands.
   *
   * @param collector where events go; its desk stands beside
   * @param data the terminal's folder
   * @param desk of this terminal's own
   */
  public record Shop(
      Uplink.Endpoint collector,
      Path data,
      Identity identity,
      Optional<AttendantSettings> desk,
      InstantSource clock) {}

  /** Begins. Without its own desk the terminal sells all the same, and the log says why. */
  public static Attendants start(Shop shop, Inbox<Event> inbox) throws IOException {
    Attendants attendants = new Attendants(shop, inbox);
    shop.desk().ifPresent(attendants::open);
    attendants.collector.start();
    attendants.others.forEach(Line::start);
    attendants.peers.ifPresent(Peers::start);
    return attendants;
  }

  private Attendants(Shop shop, Inbox<Event> inbox) throws IOException {
    this.shop = shop;
    this.inbox = inbox;
    this.http = new HttpDesks(shop.collector());
    this.collector = line(http.collector());
  }

  private void open(AttendantSettings settings) {
    try {
      Optional<ShopKey> key =
          settings.shop().isPresent()
              ? Optional.of(new ShopKey(SharedSecret.read(settings.shop().get().key())))
              : Optional.empty();
      OwnDesk desk =
          OwnDesk.open(
              settings, key, shop.data().resolve("phones.db"), shop.identity(), shop.clock());
      own = Optional.of(desk);
      ownLine = Optional.of(line(desk));
      others.add(ownLine.get());
      key.ifPresent(ours -> tells(ours, settings.shop().get().peers(), desk.home()));
    } catch (IOException e) {
      LOG.error("no attendants' page at this terminal: {}", e.getMessage());
    }
  }

  /** Those that are configured are told in any case, others as they are found. */
  private void tells(ShopKey key, List<URI> configured, URI home) {
    configured.forEach(to -> others.add(line(http.peer(to, key, shop.clock()))));
    Peers.Own own =
        new Peers.Own(shop.identity().id(), home, key, shop.data().resolve("peers.json"));
    peers =
        Optional.of(
            new Peers(
                own,
                http.board(),
                homes -> found(homes.stream().filter(to -> !configured.contains(to)).toList(), key),
                shop.clock()));
  }

  private void found(List<URI> homes, ShopKey key) {
    synchronized (found) {
      if (closed) {
        return;
      }
      found.entrySet().removeIf(known -> !homes.contains(known.getKey()) && gone(known.getValue()));
      for (URI fresh : homes.stream().filter(to -> !found.containsKey(to)).toList()) {
        Line line = line(http.peer(fresh, key, shop.clock()));
        found.put(fresh, line);
        others.add(line);
        line.start();
      }
    }
  }

  private boolean gone(Line line) {
    line.close();
    return others.remove(line);
  }

  private Line line(Line.Desk desk) {
    return new Line(desk, this::waiting, this::hear);
  }

  private Optional<ObjectNode> waiting() {
    return state.map(now -> Waiting.of(now, shop.identity()));
  }

  /** What is so now; any thread, never blocks. */
  public void show(State<?> now) {
    state = Optional.of(now);
    asks(Asked.of(now));
  }

  private synchronized void asks(Asked now) {
    if (!now.equals(asked)) {
      asked = now;
      handed.clear();
    }
  }

  /**
   * Asks for an address that pairs a phone, of the collector or else of this terminal; where the
   * member of staff was paired before, that ends. Never blocks.
   */
  public void link(long attempt, String attendant) {
    collector.link(
        attendant,
        link -> {
          Optional<PhoneLink> given = link.filter(l -> !l.url().isEmpty());
          if (given.isPresent()) {
            others.forEach(line -> line.end(attendant));
            inbox.deliver(new Answered.PhoneLinked(attempt, given.get()));
          } else if (ownLine.isPresent()) {
            linkHere(attempt, attendant, ownLine.get());
          } else {
            inbox.deliver(new Answered.PhoneLinked(attempt, PhoneLink.GONE));
          }
        });
  }

  private void linkHere(long attempt, String attendant, Line here) {
    collector.end(attendant);
    others.stream().filter(line -> line != here).forEach(line -> line.end(attendant));
    here.link(
        attendant,
        link -> inbox.deliver(new Answered.PhoneLinked(attempt, link.orElse(PhoneLink.GONE))));
  }

  /**
   * A badge was taken back: its owner's phones are paired no more, and what is open behind it at
   * the terminal ends.
   */
  public void end(String attendant) {
    inbox.deliver(new Told.BadgeRevoked(attendant));
    collector.end(attendant);
    others.forEach(line -> line.end(attendant));
  }

  private void hear(JsonNode answer) {
    if (first(answer)) {
      event(answer).ifPresent(inbox::deliver);
    }
  }

  /** What nobody asks any more, or another desk has answered, is not handed on. */
  private synchronized boolean first(JsonNode answer) {
    String kind = answer.path("kind").asText();
    return asked.waitsFor(answer) && handed.add(kind.equals("young") ? "old" : kind);
  }

  private static Optional<Event> event(JsonNode answer) {
    String attendant = answer.path("attendant").asText();
    long session = answer.path("session").asLong();
    int years = Math.clamp(answer.path("years").asInt(), 0, 99);
    return attendant.isEmpty()
        ? Optional.empty()
        : switch (answer.path("kind").asText()) {
          case "coming" ->
              Optional.of(new Answered.CallAcknowledged(answer.path("call").asLong(), attendant));
          case "old" ->
              Optional.of(new Answered.AgeChecked(session, attendant, new AgeLimit(years), true));
          case "young" ->
              Optional.of(new Answered.AgeChecked(session, attendant, new AgeLimit(years), false));
          case "bags" -> Optional.of(new Answered.BagsAccepted(session, attendant));
          default -> Optional.empty();
        };
  }

  @Override
  public void close() {
    peers.ifPresent(Peers::close);
    collector.close();
    synchronized (found) {
      closed = true;
    }
    others.forEach(Line::close);
    http.close();
    try {
      if (own.isPresent()) {
        own.get().close();
      }
    } catch (IOException e) {
      LOG.warn("closing the attendants' page: {}", e.getMessage());
    }
  }
}
