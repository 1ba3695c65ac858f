package org.facepay.sync.desk;

import java.io.IOException;

/**
 * What answers one route. It is asked on one of a few threads that all desks of a front share, with
 * the whole body in memory, and must not wait for ever.
 */
@FunctionalInterface
public interface Desk {
  /**
   * Answers.
   *
   * @throws IOException when what it needs cannot be used now; the peer hears 503 and may try again
   */
  Response answer(Request request) throws IOException;

  /**
   * Says that a body was larger than this front reads; for a peer that expects a form of its own.
   *
   * @param request without its body
   * @param most bytes it reads
   */
  default Response tooLarge(Request request, int most) {
    return Response.text(413, "at most " + most + " bytes\n");
  }
}
