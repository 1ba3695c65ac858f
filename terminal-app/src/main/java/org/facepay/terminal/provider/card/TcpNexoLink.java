package org.facepay.terminal.provider.card;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.facepay.terminal.provider.wire.Wire;

/**
 * A card terminal over TCP: each message behind its length in four bytes, big-endian (nexo Sale to
 * POI, "message transport"). One connection for each exchange, so that an abort passes a payment
 * that is under way; what the terminal displays comes on the connection of the payment.
 */
public final class TcpNexoLink implements NexoLink {
  public static final int MAX_MESSAGE = 256 * 1024;

  /** A terminal that talks without end is not listened to without end. */
  private static final int MOST_MESSAGES = 500;

  private final InetSocketAddress terminal;
  private final Duration connect;

  public TcpNexoLink(InetSocketAddress terminal, Duration connect) {
    this.terminal = terminal;
    this.connect = connect;
  }

  @Override
  public String exchange(String message, Duration total, Heard heard)
      throws Wire.NotSentException, Wire.NoAnswerException {
    long end = System.nanoTime() + total.toNanos();
    try (Socket socket = connected()) {
      try {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        write(out, message);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        for (int i = 0; i < MOST_MESSAGES; i++) {
          String text = read(socket, in, end);
          Optional<String> reply = heard.message(text);
          if (reply.isEmpty()) {
            return text;
          }
          if (!reply.get().isEmpty()) {
            write(out, reply.get());
          }
        }
        throw new Wire.NoAnswerException("no answer among " + MOST_MESSAGES + " messages");
      } catch (IOException e) {
        throw new Wire.NoAnswerException("broken exchange: " + e.getMessage());
      }
    } catch (IOException e) {
      throw new Wire.NotSentException("no connection to the card terminal");
    }
  }

  @Override
  public void tell(String message) throws Wire.NotSentException, Wire.NoAnswerException {
    try (Socket socket = connected()) {
      try {
        write(new DataOutputStream(socket.getOutputStream()), message);
      } catch (IOException e) {
        throw new Wire.NoAnswerException("broken exchange: " + e.getMessage());
      }
    } catch (IOException e) {
      throw new Wire.NotSentException("no connection to the card terminal");
    }
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      // Looked up again: a name that had no address when the till started may have one now.
      socket.connect(
          new InetSocketAddress(
              Wire.address(terminal.getHostString(), connect), terminal.getPort()),
          (int) connect.toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  public static void write(DataOutputStream out, String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[4 + bytes.length];
    ByteBuffer.wrap(frame).putInt(bytes.length).put(bytes);
    out.write(frame);
    out.flush();
  }

  /** Reads one message, at most until the end; a peer that drips does not get longer. */
  private static String read(Socket socket, DataInputStream in, long end) throws IOException {
    byte[] head = new byte[4];
    readFully(socket, in, head, end);
    int length = ByteBuffer.wrap(head).getInt();
    if (length < 0 || length > MAX_MESSAGE) {
      throw new IOException("a message of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    readFully(socket, in, bytes, end);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void readFully(Socket socket, DataInputStream in, byte[] into, long end)
      throws IOException {
    int got = 0;
    while (got < into.length) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IOException("no answer in time");
      }
      socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      int n = in.read(into, got, into.length - got);
      if (n < 0) {
        throw new IOException("hung up");
      }
      got += n;
    }
  }

  @Override
  public void close() {
    // a connection is closed with its exchange
  }
}
