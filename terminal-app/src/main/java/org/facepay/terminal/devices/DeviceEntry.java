package org.facepay.terminal.devices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device in the terminal's configuration: a key below {@code devices} with driver, port and
 * perhaps baud and role; without a role, the key is the role.
 *
 * @param port a path, {@code usb:VID:PID[:SERIAL]} or {@code tcp:HOST:PORT}
 */
public record DeviceEntry(
    String name, String role, String driver, String port, Optional<Integer> baud) {

  /**
   * Reads the devices of a configuration file; the rest of it is not looked at.
   *
   * @throws IOException with a sentence for the technician if it cannot be read
   */
  public static List<DeviceEntry> read(Path file) throws IOException {
    JsonNode devices;
    try {
      devices = new YAMLMapper().readTree(Files.readString(file)).path("devices");
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no YAML: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read; name the file with --config", e);
    }
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    List<DeviceEntry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : devices.properties()) {
      entries.add(entry(field.getKey(), field.getValue(), folder));
    }
    return List.copyOf(entries);
  }

  private static DeviceEntry entry(String name, JsonNode node, Path folder) {
    String port = node.path("port").asText("");
    boolean address = port.startsWith("usb:") || port.startsWith("tcp:");
    int baud = node.path("baud").asInt(0);
    return new DeviceEntry(
        name,
        node.path("role").asText(name),
        node.path("driver").asText(""),
        address || port.isEmpty() ? port : folder.resolve(port).normalize().toString(),
        baud == 0 ? Optional.empty() : Optional.of(baud));
  }
}
