package org.facepay.sync.desk;

import java.time.Duration;

/**
 * What a front bears from its peers; bodies of all connections together are the most memory they
 * can take.
 *
 * @param bodyBytes largest body that is read, as it comes over the wire
 * @param strangersBytes largest body of a peer that has not proved who it is
 * @param connections at a time; the one that has idled longest makes room for a new one
 * @param patience longest time for a whole request to come, a kept connection to idle, and an
 *     answer to be taken
 */
public record Limits(int bodyBytes, int strangersBytes, int connections, Duration patience) {

  /** A minute, as a body may come over a line of 2 kB/s. */
  public Limits(int bodyBytes, int connections) {
    this(bodyBytes, connections, Duration.ofMinutes(1));
  }

  /** The same for all peers. */
  public Limits(int bodyBytes, int connections, Duration patience) {
    this(bodyBytes, bodyBytes, connections, patience);
  }

  /** With less for those who have not proved who they are. */
  public Limits strangers(int bytes) {
    return new Limits(bodyBytes, bytes, connections, patience);
  }
}
