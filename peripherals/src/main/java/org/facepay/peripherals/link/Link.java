package org.facepay.peripherals.link;

import java.time.Duration;

/**
 * An open wire that carries bytes to and from one device; what protocols are written against, so
 * that a test can put a script in place of a serial port.
 *
 * <p>Reading and writing belong to one thread, the device's worker. {@link #close} may come from
 * any thread and frees a blocked call. Once a call has thrown, the link is closed for good: open a
 * new one.
 */
public interface Link extends AutoCloseable {
  /**
   * Waits for bytes and takes what is there, at least one byte unless the time is over.
   *
   * @return how many bytes were put at the start of {@code into}; 0 if none came in time
   * @throws DeviceException if the peer hung up or the link is closed
   */
  int read(byte[] into, Duration timeout) throws DeviceException;

  /**
   * Hands all bytes to the wire.
   *
   * @throws DeviceException if they were not all accepted in time (the link is then closed: how
   *     many went out is unknown), or the peer hung up
   */
  void write(byte[] bytes, Duration timeout) throws DeviceException;

  /**
   * Bytes that wait to be read, without blocking; also the cheap question whether the peer is
   * there.
   *
   * @throws DeviceException if the peer hung up or the link is closed
   */
  int available() throws DeviceException;

  /**
   * Whether the device can hold back what is sent while its buffer is full. On a serial line
   * without handshake it cannot: what it has no room for is lost without a word.
   */
  default boolean flowControlled() {
    return true;
  }

  /** Frees the port; safe to call again. */
  @Override
  void close();
}
