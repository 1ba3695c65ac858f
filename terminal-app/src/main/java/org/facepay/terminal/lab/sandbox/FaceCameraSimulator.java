package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.facepay.terminal.provider.token.Frames;

/** A face camera's service as a real socket peer, with the ways such services fail. */
public final class FaceCameraSimulator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** How it answers to verify. */
  public enum Behaviour {
    GRANTS,
    CANCELLED,
    NO_FACE,
    NOT_LIVE,
    MUTE,
    GARBAGE,
    TRUNCATED,
    OVERSIZED,
    OUT_OF_ORDER,
    ANOTHER_ORDER,
    ANOTHER_AMOUNT,
    LATE,
    HANGS_UP
  }

  private final Path socket;
  private final RandomGenerator random;
  private final ServerSocketChannel server;
  private final Thread thread;
  private volatile Behaviour behaviour = Behaviour.GRANTS;

  /**
   * Listens at once. A socket that a killed program has left behind is taken over.
   *
   * @throws IOException naming the socket, when another program listens there
   */
  public FaceCameraSimulator(Path socket, RandomGenerator random) throws IOException {
    this.socket = socket;
    this.random = random;
    server = listen(socket);
    thread = Thread.ofPlatform().daemon().name("face-camera-simulator").start(this::serve);
  }

  private static ServerSocketChannel listen(Path socket) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(socket);
    if (Files.exists(socket)) {
      try (SocketChannel other = SocketChannel.open(address)) {
        throw new IOException("another program listens at " + other.getRemoteAddress());
      } catch (ConnectException e) {
        Files.delete(socket);
      }
    }
    ServerSocketChannel made = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      return made.bind(address);
    } catch (IOException e) {
      made.close();
      throw new IOException("cannot listen at " + socket + ": " + e.getMessage(), e);
    }
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel channel = server.accept();
          Frames frames = new Frames(channel, PATIENCE)) {
        frames.send(Frames.encode(answer(frames.receive()).put("code", "OK")));
        String meta = Long.toHexString(random.nextLong());
        frames.send(
            Frames.encode(answer(frames.receive()).put("code", "OK").put("metaInfo", meta)));
        verify(frames, frames.receive());
      } catch (IOException e) {
        // The peer went, or we are closed: the next one.
      }
    }
  }

  private void verify(Frames frames, JsonNode request) throws IOException {
    ObjectNode granted =
        answer(request)
            .put("code", "OK")
            .put("outTradeNo", request.path("outTradeNo").asText())
            .put("amount", request.path("amount").asLong())
            .put("token", token())
            .put("expiresInSeconds", 60);
    switch (behaviour) {
      case GRANTS -> frames.send(Frames.encode(granted));
      case CANCELLED, NO_FACE, NOT_LIVE ->
          frames.send(Frames.encode(answer(request).put("code", behaviour.name())));
      case MUTE -> frames.receive(); // until the terminal hangs up
      case GARBAGE -> frames.send(ByteBuffer.wrap(new byte[] {0, 0, 0, 4, 'n', 'o', '!', '{'}));
      case TRUNCATED -> {
        ByteBuffer whole = Frames.encode(granted);
        frames.send(whole.limit(whole.limit() / 2));
      }
      case OVERSIZED -> frames.send(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).flip());
      case OUT_OF_ORDER -> frames.send(Frames.encode(granted.put("seq", 2)));
      case ANOTHER_ORDER -> frames.send(Frames.encode(granted.put("outTradeNo", "other")));
      case ANOTHER_AMOUNT -> frames.send(Frames.encode(granted.put("amount", 1)));
      case LATE -> {
        try {
          frames.receive();
        } finally {
          frames.send(Frames.encode(granted));
        }
      }
      case HANGS_UP -> {}
    }
  }

  private static ObjectNode answer(JsonNode request) {
    return Frames.object()
        .put("cmd", request.path("cmd").asText())
        .put("seq", request.path("seq").asInt());
  }

  private String token() {
    StringBuilder token = new StringBuilder("fp");
    while (token.length() < 35) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return token.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.interrupt();
    Files.deleteIfExists(socket);
  }
}
