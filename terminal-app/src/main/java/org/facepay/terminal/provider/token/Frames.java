package org.facepay.terminal.provider.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * JSON objects on a local socket, each behind its length in four bytes, the highest first. Every
 * wait ends at the deadline given when the socket was wrapped.
 */
public final class Frames implements AutoCloseable {
  static final int MAX_BYTES = 64 * 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final SocketChannel channel;
  private final Selector selector;
  private final long deadline;

  public Frames(SocketChannel channel, Duration timeout) throws IOException {
    this.channel = channel;
    deadline = System.nanoTime() + timeout.toNanos();
    channel.configureBlocking(false);
    selector = channel.provider().openSelector();
    channel.register(selector, 0);
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** A frame's bytes. */
  public static ByteBuffer encode(ObjectNode node) throws IOException {
    byte[] body = JSON.writeValueAsBytes(node);
    return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
  }

  /** The object of a frame's body; refuses everything else. */
  static JsonNode decode(byte[] body) throws IOException {
    JsonNode node = JSON.readTree(body);
    if (node == null || !node.isObject()) {
      throw new IOException("no JSON object");
    }
    return node;
  }

  public void send(ByteBuffer frame) throws IOException {
    while (frame.hasRemaining()) {
      if (channel.write(frame) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  public JsonNode receive() throws IOException {
    int length = read(4).getInt();
    if (length < 2 || length > MAX_BYTES) {
      throw new IOException("a frame of " + length + " bytes");
    }
    return decode(read(length).array());
  }

  private ByteBuffer read(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      int got = channel.read(bytes);
      if (got < 0) {
        throw new IOException("hung up");
      }
      if (got == 0) {
        await(SelectionKey.OP_READ);
      }
    }
    return bytes.flip();
  }

  private void await(int what) throws IOException {
    channel.keyFor(selector).interestOps(what);
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    selector.select(millis);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
