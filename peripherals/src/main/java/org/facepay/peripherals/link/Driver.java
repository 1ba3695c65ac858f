package org.facepay.peripherals.link;

/** A driver over an open link; closing it closes the link, never fails and may be repeated. */
public interface Driver extends AutoCloseable {
  @Override
  void close();
}
