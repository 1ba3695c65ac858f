package org.facepay.sync.attendants;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * A desk for the shop's terminals alone: what does not carry the seal of their key, comes from
 * another time or has come before is refused, with the reason. Thread-safe.
 */
final class SealedDesk implements Desk {
  /** Clocks of a shop differ; what is older has been kept by somebody. */
  static final Duration SKEW = Duration.ofSeconds(60);

  /** Two hundred terminals that ask twice a second, for as long as a number counts. */
  private static final int MOST_NUMBERS = 50_000;

  private final Desk desk;
  private final ShopKey key;
  private final InstantSource clock;
  private final Map<String, Instant> used = new HashMap<>();
  private Instant swept = Instant.MIN;

  SealedDesk(Desk desk, ShopKey key, InstantSource clock) {
    this.desk = desk;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws IOException {
    Optional<ShopKey.Stamp> stamp = ShopKey.Stamp.of(request::header);
    if (stamp.isEmpty()) {
      return Response.text(401, "not sealed\n");
    }
    if (!key.asked(stamp.get(), request.body())) {
      return Response.text(401, "sealed with another key\n");
    }
    Instant now = clock.instant();
    if (Duration.between(stamp.get().at(), now).abs().compareTo(SKEW) > 0) {
      return Response.text(401, "sealed at another time; the clocks differ\n");
    }
    if (!first(stamp.get(), now)) {
      return Response.text(409, "has come before\n");
    }
    Response answer = desk.answer(request);
    return answer.with(ShopKey.SEAL, key.answer(stamp.get(), answer.body()));
  }

  /** Numbers of right seals alone are kept, so that a stranger fills nothing. */
  private synchronized boolean first(ShopKey.Stamp stamp, Instant now) {
    if (swept.isBefore(now.minusSeconds(1))) {
      swept = now;
      used.values().removeIf(at -> at.plus(SKEW).isBefore(now));
    }
    return used.size() < MOST_NUMBERS && used.putIfAbsent(stamp.nonce(), stamp.at()) == null;
  }
}
