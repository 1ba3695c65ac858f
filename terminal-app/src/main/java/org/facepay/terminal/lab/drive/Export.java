package org.facepay.terminal.lab.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The outcomes a batch has told, one JSON line a basket, on the disk before anybody sees them.
 * Thread-safe.
 */
final class Export implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileChannel file;
  private final Set<Integer> settled = new HashSet<>();

  Export(Path path) throws IOException {
    boolean torn = false;
    if (Files.exists(path)) {
      String text = Files.readString(path);
      torn = !text.isEmpty() && !text.endsWith("\n");
      text.lines().forEach(this::seen);
    }
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    if (torn) {
      write("\n"); // the line a kill broke off is told again below
    }
  }

  private void seen(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (!json.path("outcome").asText().equals("unresolved") && json.path("basket").isInt()) {
        settled.add(json.path("basket").intValue());
      }
    } catch (JsonProcessingException e) {
      // a line that a kill broke off
    }
  }

  synchronized boolean has(int basket) {
    return settled.contains(basket);
  }

  /** Appends a line and forces it to the disk. */
  synchronized void tell(int basket, byte[] line, boolean settles) {
    try {
      write(new String(line, StandardCharsets.UTF_8) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
    if (settles) {
      settled.add(basket);
    }
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
