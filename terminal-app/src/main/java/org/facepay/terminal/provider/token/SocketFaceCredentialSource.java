package org.facepay.terminal.provider.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.facepay.terminal.provider.token.FaceCredential.Granted;
import org.facepay.terminal.provider.token.FaceCredential.Reason;
import org.facepay.terminal.provider.token.FaceCredential.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A face camera's service on a Unix domain socket: init, getMetaInfo, verify, each answered under
 * its own number. Every challenge has a connection of its own, so a late answer reaches nobody; an
 * answer out of order, for another order or amount, or not understood counts as no camera.
 */
public final class SocketFaceCredentialSource implements FaceCredentialSource {
  private static final Logger LOG = LoggerFactory.getLogger(SocketFaceCredentialSource.class);
  private static final int MAX_LIFE_SECONDS = 180;

  private final Path socket;
  private final InstantSource clock;

  public SocketFaceCredentialSource(Path socket, InstantSource clock) {
    this.socket = socket;
    this.clock = clock;
  }

  /** The service said no. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    RefusedException(Reason reason) {
      super(reason.name());
      this.reason = reason;
    }
  }

  @Override
  public FaceCredential challenge(FaceChallenge challenge, Duration timeout) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      try (Frames frames = new Frames(channel, timeout)) {
        return new Granted(token(frames, challenge));
      }
    } catch (RefusedException e) {
      return new Refused(e.reason);
    } catch (ClosedByInterruptException e) {
      return new Refused(Reason.CANCELLED);
    } catch (SocketTimeoutException e) {
      return new Refused(Reason.TIMED_OUT);
    } catch (IOException e) {
      // The text of a parser could hold the token.
      LOG.warn("face camera at {}: {}", socket, e.getClass().getSimpleName());
      return new Refused(Reason.DEVICE_OFFLINE);
    }
  }

  private FaceToken token(Frames frames, FaceChallenge challenge)
      throws IOException, RefusedException {
    call(frames, 1, Frames.object().put("cmd", "init"));
    String meta =
        call(frames, 2, Frames.object().put("cmd", "getMetaInfo")).path("metaInfo").asText();
    JsonNode answer =
        call(
            frames,
            3,
            Frames.object()
                .put("cmd", "verify")
                .put("metaInfo", meta)
                .put("outTradeNo", challenge.outTradeNo())
                .put("amount", challenge.amount().minor())
                .put("currency", challenge.amount().currency().getCurrencyCode())
                .put("merchant", challenge.merchant()));
    String code = answer.path("token").asText();
    int seconds = answer.path("expiresInSeconds").asInt();
    boolean ours =
        answer.path("outTradeNo").asText().equals(challenge.outTradeNo())
            && answer.path("amount").isIntegralNumber()
            && answer.path("amount").asText().equals(Long.toString(challenge.amount().minor()));
    if (!ours || !FaceToken.looksLikeOne(code) || seconds < 1) {
      throw new IOException("not the answer to this challenge");
    }
    return new FaceToken(
        code, challenge, clock.instant().plusSeconds(Math.min(seconds, MAX_LIFE_SECONDS)));
  }

  private static JsonNode call(Frames frames, int seq, ObjectNode request)
      throws IOException, RefusedException {
    frames.send(Frames.encode(request.put("seq", seq)));
    JsonNode answer = frames.receive();
    if (answer.path("seq").asInt() != seq
        || !answer.path("cmd").asText().equals(request.path("cmd").asText())) {
      throw new IOException("an answer out of order");
    }
    return switch (answer.path("code").asText()) {
      case "OK" -> answer;
      case "CANCELLED" -> throw new RefusedException(Reason.CANCELLED);
      case "NO_FACE" -> throw new RefusedException(Reason.NO_FACE);
      case "NOT_LIVE" -> throw new RefusedException(Reason.NOT_LIVE);
      case "TIMED_OUT" -> throw new RefusedException(Reason.TIMED_OUT);
      default -> throw new IOException("an unknown code");
    };
  }
}
