package org.facepay.sync.collector;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.identity.Certificates;

/** A desk for enrolled terminals alone. The front has seen to it that the authority has signed. */
record KnownDesk(Desk desk, Registry registry, InstantSource clock) implements Desk {
  @Override
  public Response answer(Request request) throws IOException {
    Optional<Response> refused = refused(request, registry, clock, false);
    return refused.isPresent() ? refused.get() : desk.answer(request);
  }

  @Override
  public Response tooLarge(Request request, int most) {
    return desk.tooLarge(request, most);
  }

  /** Why somebody is not listened to; empty when nothing is wrong. */
  static Optional<Response> refused(
      Request request, Registry registry, InstantSource clock, boolean expiredToo)
      throws IOException {
    Optional<X509Certificate> peer = request.peer();
    if (peer.isEmpty()) {
      return Optional.of(Response.text(401, "no certificate; enrol this terminal with a ticket\n"));
    }
    return switch (registry.standing(peer.get(), Certificates.name(peer.get()), clock.instant())) {
      case GOOD -> Optional.empty();
      case EXPIRED ->
          expiredToo
              ? Optional.empty()
              : Optional.of(Response.text(401, "the certificate has run out; renew it\n"));
      case REVOKED ->
          Optional.of(
              Response.text(403, "the certificate counts no more; enrol with a new ticket\n"));
    };
  }
}
