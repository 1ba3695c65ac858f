package org.facepay.sync.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which desk answers what, and what every answer of a front carries. A value; a path that ends in a
 * slash stands for all below it, and the longest path counts.
 */
public final class Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Set<String> hosts;
  private final String policy;
  private final List<Route> routes;

  private record Route(String method, String path, Desk desk) {
    boolean matches(String asked) {
      return path.endsWith("/") ? asked.startsWith(path) : asked.equals(path);
    }
  }

  private interface Asking {
    Response of(Desk desk) throws IOException;
  }

  private Routes(Set<String> hosts, String policy, List<Route> routes) {
    this.hosts = hosts;
    this.policy = policy;
    this.routes = routes;
  }

  /**
   * None yet.
   *
   * @param policy what a browser may do with every page (Content-Security-Policy)
   */
  public static Routes under(String policy) {
    return new Routes(Set.of(), policy, List.of());
  }

  /**
   * Answers only those who call it by one of these names: a page of elsewhere whose name was bound
   * to this machine's address gets nothing.
   */
  public Routes calledOnly(String... names) {
    return new Routes(Set.of(names), policy, routes);
  }

  /** With another route. */
  public Routes with(String method, String path, Desk desk) {
    List<Route> more = new ArrayList<>(routes);
    more.add(new Route(method, path, desk));
    return new Routes(hosts, policy, List.copyOf(more));
  }

  /** With those of others. */
  public Routes and(Routes others) {
    List<Route> more = new ArrayList<>(routes);
    more.addAll(others.routes);
    return new Routes(hosts, policy, List.copyOf(more));
  }

  /** With something before each of its desks. */
  public Routes behind(UnaryOperator<Desk> guard) {
    return new Routes(
        hosts,
        policy,
        routes.stream().map(r -> new Route(r.method(), r.path(), guard.apply(r.desk()))).toList());
  }

  /** Answers a request. */
  public Response answer(Request request) {
    return carrying(at(request, desk -> desk.answer(request)));
  }

  /** Answers a request whose body was not kept. */
  Response tooLarge(Request request, int most) {
    return carrying(at(request, desk -> desk.tooLarge(request, most)));
  }

  /** Answers what is no request. */
  Response malformed() {
    return carrying(Response.text(400, "not a request\n"));
  }

  private Response at(Request request, Asking asking) {
    if (!hosts.isEmpty() && !hosts.contains(host(request))) {
      return Response.text(421, "wrong host\n");
    }
    List<Route> here = routes.stream().filter(r -> r.matches(request.path())).toList();
    if (here.isEmpty()) {
      return Response.text(404, "nothing here\n");
    }
    return here.stream()
        .filter(r -> r.method().equals(request.method()))
        .max(Comparator.comparingInt(r -> r.path().length()))
        .map(route -> asked(route, asking))
        .orElseGet(() -> only(here));
  }

  /** The log names the route and not the path, in which there may be a secret. */
  private static Response asked(Route route, Asking asking) {
    try {
      return asking.of(route.desk());
    } catch (IOException e) {
      LOG.error("{} {} failed: {}", route.method(), route.path(), e.getMessage());
      return Response.text(503, "try again\n");
    }
  }

  private static Response only(List<Route> here) {
    String methods =
        here.stream().map(Route::method).distinct().sorted().collect(Collectors.joining(", "));
    return Response.text(405, "only " + methods + " here\n").with("Allow", methods);
  }

  private static String host(Request request) {
    return request.header("Host").orElse("").replaceFirst(":\\d*$", "");
  }

  private Response carrying(Response answer) {
    return answer
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Content-Security-Policy", policy);
  }
}
