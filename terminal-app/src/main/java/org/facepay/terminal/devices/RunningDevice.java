package org.facepay.terminal.devices;

import java.util.function.Consumer;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.HeartbeatDuty;

/** A configured device of any role with the worker that keeps it open. */
public record RunningDevice(DeviceWorker worker, Runnable closing) implements AutoCloseable {
  /**
   * Who hears of a device; called on its worker's thread and must not block.
   *
   * @param live whether tag readers, drawers and vending machines are asked what goes on there,
   *     too, and not only whether they are there
   */
  public record Listener(Consumer<Health> health, Consumer<Said> said, boolean live) {}

  @Override
  public void close() {
    closing.run();
  }

  /** A device that is only asked how it is. */
  static <D extends Device> RunningDevice kept(
      Equipment.Device d, Source<D> source, Listener listener) {
    return kept(d, new HeartbeatDuty<>(source), listener);
  }

  /** A device that is asked what goes on there, too, if somebody listens to that. */
  static <D extends Device> RunningDevice kept(
      Equipment.Device d, Source<D> source, HeartbeatDuty.Round<D> round, Listener listener) {
    return listener.live()
        ? kept(d, new HeartbeatDuty<>(source, round), listener)
        : kept(d, source, listener);
  }

  private static <D extends Device> RunningDevice kept(
      Equipment.Device d, HeartbeatDuty<D> duty, Listener listener) {
    DeviceWorker worker = DeviceWorker.start(d.name(), duty, listener.health());
    return new RunningDevice(worker, worker::close);
  }
}
