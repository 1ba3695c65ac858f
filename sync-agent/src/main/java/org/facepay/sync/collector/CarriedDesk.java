package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facepay.sync.carried.CarriedFile;
import org.facepay.sync.identity.Certificates;
import org.facepay.sync.identity.SignedFile;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Gzip;

/**
 * Takes the events that somebody carried here from terminals without a network, as {@link
 * EventsDesk} takes those of the others: from enrolled terminals alone, each event once. The answer
 * beside each file says what is stored; it is signed, since a terminal forgets what it names.
 */
public final class CarriedDesk {
  private static final String SIGNER = "carried";

  private final EventStore store;
  private final Authority authority;
  private final Registry registry;
  private final InstantSource clock;

  CarriedDesk(EventStore store, Authority authority, Registry registry, InstantSource clock) {
    this.store = store;
    this.authority = authority;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * What the files came to.
   *
   * @param rejected events that stay with their terminals
   * @param wrong files of which nothing was taken, each with why
   */
  public record Taken(int files, int accepted, int duplicates, int rejected, List<String> wrong) {
    private Taken plus(EventStore.Stored stored, int stays) {
      return new Taken(
          files + 1,
          accepted + stored.accepted(),
          duplicates + stored.duplicates(),
          rejected + stays,
          wrong);
    }
  }

  /**
   * Takes what is in a folder, and writes the answers beside it; the collector may run.
   *
   * @param database of the collector
   */
  public static Taken take(Path database, Path folder, InstantSource clock) throws IOException {
    try (EventStore store = EventStore.open(database);
        Enrolments enrolments = Enrolments.beside(database, clock)) {
      return enrolments.carried(store).take(folder);
    }
  }

  private Taken take(Path folder) throws IOException {
    Taken taken = new Taken(0, 0, 0, 0, new ArrayList<>());
    for (Path file : CarriedFile.in(folder, CarriedFile.EVENTS)) {
      CloudEvents.Batch batch;
      try {
        batch = batch(CarriedFile.read(file));
      } catch (IOException | CloudEvents.MalformedBatchException e) {
        taken.wrong().add(file + ": " + e.getMessage());
        continue;
      }
      EventStore.Stored stored = store.store(batch.events(), clock.instant());
      List<CloudEvents.Rejected> stays = EventsDesk.rejected(batch, stored);
      CarriedFile.write(CarriedFile.answerTo(file), answer(batch, stays));
      taken = taken.plus(stored, stays.size());
    }
    return taken;
  }

  private CloudEvents.Batch batch(byte[] file)
      throws IOException, CloudEvents.MalformedBatchException {
    SignedFile signed = SignedFile.read(file, authority.certificate(), SignedFile.Signer.TERMINAL);
    X509Certificate sender = signed.signer();
    String name = Certificates.name(sender);
    if (registry.standing(sender, name, clock.instant()) == Registry.Standing.REVOKED) {
      throw new IOException("the certificate of " + name + " counts no more");
    }
    byte[] body =
        Gzip.unpacked(signed.content(), CarriedFile.MOST)
            .orElseThrow(() -> new IOException("too large when it is unpacked"));
    CloudEvents.Batch batch = CloudEvents.decode(body);
    Set<String> sources =
        batch.events().stream().map(CloudEvents.Received::source).collect(Collectors.toSet());
    if (EventsDesk.stranger(sender, batch).isPresent() || sources.size() > 1) {
      throw new IOException("events of others than " + name);
    }
    return batch;
  }

  private byte[] answer(CloudEvents.Batch batch, List<CloudEvents.Rejected> stays) {
    Set<String> kept = new HashSet<>();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("at", clock.instant().toString());
    ArrayNode rejected = answer.putArray("rejected");
    for (CloudEvents.Rejected each : stays) {
      kept.add(each.id());
      rejected.addObject().put("id", each.id()).put("code", each.code());
    }
    ArrayNode stored = answer.putArray("stored");
    for (CloudEvents.Received event : batch.events()) {
      answer.put("source", event.source());
      if (!kept.contains(event.id())) {
        stored.add(event.id());
      }
    }
    return SignedFile.of(
        authority.server(SIGNER).get(), answer.toString().getBytes(StandardCharsets.UTF_8));
  }
}
