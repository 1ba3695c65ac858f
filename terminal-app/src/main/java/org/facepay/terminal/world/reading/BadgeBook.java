package org.facepay.terminal.world.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.files.TextFile;
import org.facepay.terminal.technician.BadgeDesk;
import org.facepay.terminal.technician.Deeds;
import org.facepay.terminal.technician.Deeds.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The badges that count now, over their file: what the console changes holds from the next scan on.
 * Thread-safe.
 */
public final class BadgeBook implements BadgeDesk {
  private static final Logger LOG = LoggerFactory.getLogger(BadgeBook.class);

  /** To walk from the console to the scanner. */
  private static final Duration WAITS = Duration.ofMinutes(2);

  private final Path file;
  private final Deeds deeds;
  private final InstantSource clock;
  private Badges badges;
  private Optional<Awaited> awaited = Optional.empty();
  private Consumer<String> revoked = _ -> {};

  private record Awaited(String name, String by, Instant until) {}

  private BadgeBook(Path file, Badges badges, Deeds deeds, InstantSource clock) {
    this.file = file;
    this.badges = badges;
    this.deeds = deeds;
    this.clock = clock;
  }

  /**
   * Reads the file.
   *
   * @throws IOException naming the line that is no badge
   */
  public static BadgeBook read(Path file, Deeds deeds, InstantSource clock) throws IOException {
    return new BadgeBook(file, Badges.read(file), deeds, clock);
  }

  /**
   * From now on this is told whose badge was taken back.
   *
   * @param revoked on the thread of whoever takes it
   */
  public synchronized void onRevoked(Consumer<String> revoked) {
    this.revoked = revoked;
  }

  /**
   * Whose badge was scanned, empty when nobody's; one that is awaited is somebody's from now on.
   */
  public synchronized String owner(String code) {
    String owner = badges.owner(code);
    Optional<Awaited> next = standing();
    if (!owner.isEmpty() || next.isEmpty()) {
      return owner;
    }
    awaited = Optional.empty();
    String name = next.get().name();
    try {
      return add(name, code, next.get().by()) == Added.ADDED ? name : "";
    } catch (IOException e) {
      LOG.error("the badge that was awaited for {} is not kept: {}", name, e.toString());
      return "";
    }
  }

  @Override
  public synchronized List<Badge> badges() {
    List<Badge> all = new ArrayList<>();
    badges.each((id, name) -> all.add(new Badge(id, name)));
    return List.copyOf(all);
  }

  @Override
  public synchronized Added add(String name, String code, String by) throws IOException {
    if (!Badges.isName(name)) {
      return Added.NO_NAME;
    }
    if (!Badges.looksLikeOne(code)) {
      return Added.NO_BADGE;
    }
    if (!Badges.read(file).owner(code).isEmpty()) {
      return Added.TAKEN;
    }
    List<String> lines = new ArrayList<>(TextFile.lines(file));
    lines.add(Badges.line(name, code));
    write(lines);
    deeds.did(by, Deed.BADGE_ADDED, name);
    return Added.ADDED;
  }

  @Override
  public synchronized Added await(String name, String by) {
    if (!Badges.isName(name)) {
      return Added.NO_NAME;
    }
    awaited = Optional.of(new Awaited(name, by, clock.instant().plus(WAITS)));
    return Added.AWAITED;
  }

  @Override
  public synchronized Optional<String> awaited() {
    return standing().map(Awaited::name);
  }

  private Optional<Awaited> standing() {
    return awaited.filter(a -> a.until().isAfter(clock.instant()));
  }

  @Override
  public synchronized Optional<String> revoke(String id, String by) throws IOException {
    Optional<String> name = badges.name(id);
    if (name.isPresent()) {
      badges = badges.without(id);
      revoked.accept(name.get());
      deeds.did(by, Deed.BADGE_REVOKED, name.get());
      write(TextFile.lines(file).stream().filter(line -> !line.strip().endsWith(id)).toList());
    }
    return name;
  }

  private void write(List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    OwnerOnly.replace(file, text.getBytes(StandardCharsets.UTF_8));
    badges = Badges.read(file);
  }
}
