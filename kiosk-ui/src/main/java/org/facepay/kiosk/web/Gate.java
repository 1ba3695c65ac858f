package org.facepay.kiosk.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides what a request may have. Every program of the machine can reach a loopback port, and so
 * can every web page through a name that resolves to it; hence Host, Origin and the launch token
 * are looked at before anything else.
 */
final class Gate extends SimpleChannelInboundHandler<FullHttpRequest> {
  /** Where the page opens its WebSocket. */
  static final String LIVE = "/live";

  private final Assets assets;
  private final LaunchToken token;
  private final Supplier<Media> media;
  private final int port;
  private final Set<String> hosts;

  Gate(Assets assets, LaunchToken token, Supplier<Media> media, int port) {
    this.assets = assets;
    this.token = token;
    this.media = media;
    this.port = port;
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      refuse(context, HttpResponseStatus.BAD_REQUEST);
      return;
    }
    List<String> host = request.headers().getAll(HttpHeaderNames.HOST);
    if (host.size() != 1 || !hosts.contains(host.getFirst())) {
      refuse(context, HttpResponseStatus.MISDIRECTED_REQUEST);
      return;
    }
    String path = new QueryStringDecoder(request.uri(), true).rawPath();
    boolean live = path.equals(LIVE);
    boolean get = request.method().equals(HttpMethod.GET);
    if ((live || !get) && !fromOwnPage(request, host.getFirst())) {
      refuse(context, HttpResponseStatus.FORBIDDEN);
      return;
    }
    if (!get) {
      refuse(context, HttpResponseStatus.METHOD_NOT_ALLOWED);
      return;
    }
    if (path.equals("/") && request.uri().contains("?")) {
      enter(context, request);
    } else if (!hasCookie(request)) {
      refuse(context, HttpResponseStatus.FORBIDDEN);
    } else if (live) {
      context.fireChannelRead(request.retain());
    } else if (path.startsWith(Media.HOME)) {
      play(context, request, path.substring(Media.HOME.length()));
    } else {
      serve(context, request, path);
    }
  }

  /** The launch token for the cookie; the answer leads to the page's address without a token. */
  private void enter(ChannelHandlerContext context, FullHttpRequest request) {
    if (!token.isToken(request.uri().substring(request.uri().indexOf('?') + 1), "token=")) {
      refuse(context, HttpResponseStatus.FORBIDDEN);
      return;
    }
    FullHttpResponse response = response(HttpResponseStatus.SEE_OTHER, new byte[0]);
    response.headers().set(HttpHeaderNames.LOCATION, "/");
    response
        .headers()
        .set(
            HttpHeaderNames.SET_COOKIE,
            cookieName() + "=" + token.cookie() + "; Path=/; HttpOnly; SameSite=Strict");
    send(context, request, response);
  }

  private void serve(ChannelHandlerContext context, FullHttpRequest request, String path) {
    Optional<Assets.Asset> asset = assets.at(path);
    if (asset.isEmpty()) {
      send(context, request, response(HttpResponseStatus.NOT_FOUND, new byte[0]));
      return;
    }
    FullHttpResponse response = response(HttpResponseStatus.OK, asset.get().content());
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, asset.get().mediaType());
    send(context, request, response);
  }

  /** A file of what plays, or the part of it that is asked for. */
  private void play(ChannelHandlerContext context, FullHttpRequest request, String name) {
    Optional<Path> file = media.get().file(name);
    try {
      if (file.isPresent()) {
        Part part = Part.of(file.get(), request.headers().get(HttpHeaderNames.RANGE));
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, part.status());
        secure(head.headers());
        part.describe(head.headers());
        var _ = context.write(head);
        var _ = context.write(part.region()).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        var _ = context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        return;
      }
    } catch (IOException _) {
      // It has gone meanwhile.
    }
    send(context, request, response(HttpResponseStatus.NOT_FOUND, new byte[0]));
  }

  private boolean fromOwnPage(FullHttpRequest request, String host) {
    List<String> origin = request.headers().getAll(HttpHeaderNames.ORIGIN);
    return origin.size() == 1 && origin.getFirst().equals("http://" + host);
  }

  private boolean hasCookie(FullHttpRequest request) {
    for (String header : request.headers().getAll(HttpHeaderNames.COOKIE)) {
      for (Cookie cookie : ServerCookieDecoder.LAX.decode(header)) {
        if (cookie.name().equals(cookieName()) && token.isCookie(cookie.value())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Cookies know no ports; two terminals on one machine must not take each other's. */
  private String cookieName() {
    return "facepay-" + port;
  }

  private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
    context.writeAndFlush(response(status, new byte[0])).addListener(ChannelFutureListener.CLOSE);
  }

  private void send(
      ChannelHandlerContext context, FullHttpRequest request, FullHttpResponse response) {
    boolean keep = HttpUtil.isKeepAlive(request);
    HttpUtil.setKeepAlive(response, keep);
    var written = context.writeAndFlush(response);
    if (!keep) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private FullHttpResponse response(HttpResponseStatus status, byte[] content) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(content));
    response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, content.length);
    secure(response.headers());
    return response;
  }

  private void secure(HttpHeaders headers) {
    headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, policy());
  }

  private String policy() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        + "img-src 'self' blob:; media-src 'self'; connect-src 'self' ws://127.0.0.1:"
        + port
        + " ws://localhost:"
        + port
        + "; require-trusted-types-for 'script'; trusted-types lit-html; frame-ancestors 'none'; "
        + "base-uri 'none'; form-action 'none'";
  }
}
