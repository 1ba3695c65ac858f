package org.facepay.sync.desk;

import io.netty.channel.Channel;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The connections of a front, counted. Where there is no place for a new one, the one that has kept
 * the front waiting longest is closed, so that silent peers cannot lock others out. Used on the
 * front's one event loop.
 */
final class Connections {
  private final int most;
  private final Set<Channel> all = new HashSet<>();
  private final LinkedHashSet<Channel> waiting = new LinkedHashSet<>();

  Connections(int most) {
    this.most = most;
  }

  /** Takes a new one in; false when all others are being answered. */
  boolean opened(Channel channel) {
    if (all.size() >= most) {
      Iterator<Channel> longest = waiting.iterator();
      if (!longest.hasNext()) {
        return false;
      }
      Channel victim = longest.next();
      closed(victim);
      var _ = victim.close();
    }
    return all.add(channel);
  }

  /** From now on its request is awaited. */
  void awaited(Channel channel) {
    waiting.remove(channel);
    if (all.contains(channel)) {
      waiting.add(channel);
    }
  }

  /** Its request is there. */
  void answering(Channel channel) {
    waiting.remove(channel);
  }

  void closed(Channel channel) {
    all.remove(channel);
    waiting.remove(channel);
  }

  /** Closes all of them. */
  void closeAll() {
    for (Channel channel : Set.copyOf(all)) {
      var _ = channel.close();
    }
  }
}
