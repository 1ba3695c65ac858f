package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.identity.Certificates;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Gzip;
import org.facepay.sync.uplink.Refusal;
import org.facepay.sync.uplink.Uplink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/events}: takes a CloudEvents batch, plain or gzip, and answers {@code {accepted,
 * duplicates, rejected, serverTime}} after its commit. Only the very same event is a duplicate;
 * another one under the number of a stored one is rejected, and stays with whoever sent it.
 */
final class EventsDesk implements Desk {
  static final String PATH = "/v1/events";

  /** Largest batch, before and after it is unpacked. */
  static final int MAX_BODY = 8 << 20;

  /** Something else is stored under this number: a copied disk, or somebody who guesses numbers. */
  static final String CONFLICT = "conflict";

  private static final Logger LOG = LoggerFactory.getLogger(EventsDesk.class);

  private final EventStore store;
  private final InstantSource clock;

  EventsDesk(EventStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws IOException {
    CloudEvents.Batch batch;
    try {
      Optional<byte[]> body = unpacked(request);
      if (body.isEmpty()) {
        return tooLarge(request, MAX_BODY);
      }
      batch = CloudEvents.decode(body.get());
    } catch (CloudEvents.MalformedBatchException e) {
      return refused(Refusal.MALFORMED, String.valueOf(e.getMessage()));
    } catch (ZipException | EOFException e) {
      return refused(Refusal.MALFORMED, "not gzip: " + e.getMessage());
    }
    Optional<String> stranger = stranger(request, batch);
    if (stranger.isPresent()) {
      LOG.warn("somebody sends events of {} under another's certificate", stranger.get());
      return Response.text(403, "these events are another terminal's\n");
    }
    EventStore.Stored stored = store.store(batch.events(), clock.instant());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("accepted", stored.accepted()).put("duplicates", stored.duplicates());
    rejected(batch, stored).forEach(r -> reject(json, r.id(), r.code()));
    json.put("serverTime", clock.instant().toString());
    if (twin(request, batch)) {
      json.put("twin", true);
    }
    return Response.json(200, json.toString());
  }

  /** A source that is not the peer's own, where the peer is known. */
  private static Optional<String> stranger(Request request, CloudEvents.Batch batch) {
    return request.peer().flatMap(peer -> stranger(peer, batch));
  }

  /** A source that is not of whom a certificate names. */
  static Optional<String> stranger(X509Certificate sender, CloudEvents.Batch batch) {
    String own = CloudEvents.SOURCE + Certificates.name(sender) + ":";
    return batch.events().stream()
        .map(CloudEvents.Received::source)
        .filter(source -> !source.startsWith(own))
        .findFirst();
  }

  /** What of a batch stays with its sender, and why. */
  static List<CloudEvents.Rejected> rejected(CloudEvents.Batch batch, EventStore.Stored stored) {
    List<CloudEvents.Rejected> all = new ArrayList<>(batch.rejected());
    stored.conflicts().forEach(id -> all.add(new CloudEvents.Rejected(id, CONFLICT)));
    return all;
  }

  private static void reject(ObjectNode json, String id, String code) {
    json.withArray("rejected").addObject().put("id", id).put("code", code);
  }

  @Override
  public Response tooLarge(Request request, int most) {
    return refused(Refusal.TOO_LARGE, "at most " + most + " bytes");
  }

  /** A batch without a start is of a program of before, which draws none. */
  private boolean twin(Request request, CloudEvents.Batch batch) throws IOException {
    Optional<String> start = request.header(Uplink.START);
    if (start.isEmpty() || batch.events().isEmpty()) {
      return false;
    }
    String source = batch.events().getFirst().source();
    boolean twin = store.twin(source, start.get(), clock.instant());
    if (twin) {
      LOG.warn("{} runs twice: one of the two is a copy of the other's disk", source);
    }
    return twin;
  }

  /** The body as it was packed, or empty when it is too large. */
  private static Optional<byte[]> unpacked(Request request) throws IOException {
    if (!request.header("Content-Encoding").equals(Optional.of("gzip"))) {
      return Optional.of(request.body());
    }
    return Gzip.unpacked(request.body(), MAX_BODY);
  }

  private static Response refused(Refusal refusal, String why) {
    return Response.of(refusal.status(), Refusal.CONTENT_TYPE, refusal.body(why));
  }
}
