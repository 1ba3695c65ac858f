package org.facepay.sync.desk;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * One connection: a request is read whole, answered by a desk on another thread, and only then the
 * next one is read. No thread waits for a peer; one that keeps the front waiting is hung up on.
 */
final class Conversation extends SimpleChannelInboundHandler<HttpObject> {
  /** Read and thrown away behind a body that is too large, so that the sender hears the answer. */
  private static final int REST = 8;

  private final Routes routes;
  private final Limits limits;
  private final Connections connections;
  private final Executor desks;
  private ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpRequest head;
  private long received;
  private int most;
  private @Nullable Future<?> patience;

  Conversation(Routes routes, Limits limits, Connections connections, Executor desks) {
    this.routes = routes;
    this.limits = limits;
    this.connections = connections;
    this.desks = desks;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (connections.opened(context.channel())) {
      await(context);
    } else {
      var _ = context.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connections.closed(context.channel());
    calm();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      write(context, routes.malformed(), false);
      return;
    }
    if (part instanceof HttpRequest request) {
      head = request;
      most = peer(context).isPresent() ? limits.bodyBytes() : limits.strangersBytes();
      received = 0;
      body = new ByteArrayOutputStream();
      if (HttpUtil.is100ContinueExpected(request)) {
        goOn(context, request);
      }
    }
    if (part instanceof HttpContent content && head != null) {
      take(context, head, content);
    }
  }

  /** A peer that asks first (RFC 9110, 10.1.1) is told no before it sends. */
  private void goOn(ChannelHandlerContext context, HttpRequest request) {
    if (HttpUtil.getContentLength(request, 0L) > most) {
      received = Long.MAX_VALUE / 2;
      answer(context, request, false);
    } else {
      var _ =
          context.writeAndFlush(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private void take(ChannelHandlerContext context, HttpRequest request, HttpContent content) {
    int length = content.content().readableBytes();
    received += length;
    if (received <= most) {
      byte[] bytes = new byte[length];
      content.content().readBytes(bytes);
      body.writeBytes(bytes);
    } else {
      body = new ByteArrayOutputStream();
    }
    boolean whole = content instanceof LastHttpContent;
    if (whole || received > (REST + 1L) * most) {
      answer(context, request, whole);
    }
  }

  private void answer(ChannelHandlerContext context, HttpRequest request, boolean goesOn) {
    head = null;
    calm();
    connections.answering(context.channel());
    context.channel().config().setAutoRead(false);
    OptionalInt beyond = received <= most ? OptionalInt.empty() : OptionalInt.of(most);
    Optional<Request> asked =
        Request.of(request.method().name(), request.uri(), headers(request), body.toByteArray())
            .map(r -> r.by(peer(context)));
    body = new ByteArrayOutputStream();
    if (asked.isEmpty()) {
      write(context, routes.malformed(), false);
      return;
    }
    try {
      desks.execute(() -> answer(context, asked.get(), beyond, goesOn));
    } catch (RejectedExecutionException e) {
      var _ = context.close(); // the front is being closed, or the desks are behind
    }
  }

  /**
   * On a thread of the desks; a desk with a bug leaves its peer without an answer.
   *
   * @param beyond the limit that the body was larger than
   */
  private void answer(
      ChannelHandlerContext context, Request asked, OptionalInt beyond, boolean goesOn) {
    Response response = null;
    try {
      response =
          beyond.isEmpty() ? routes.answer(asked) : routes.tooLarge(asked, beyond.getAsInt());
    } finally {
      if (response == null) {
        var _ = context.close();
      }
    }
    Response made = response;
    context.executor().execute(() -> write(context, made, goesOn));
  }

  private void write(ChannelHandlerContext context, Response response, boolean goesOn) {
    head = null;
    calm();
    patience(context);
    DefaultFullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(response.status()),
            Unpooled.wrappedBuffer(response.body()));
    answer.headers().set(HttpHeaderNames.CONTENT_TYPE, response.type());
    response.headers().forEach((name, value) -> answer.headers().set(name, value));
    HttpUtil.setContentLength(answer, response.body().length);
    if (!goesOn) {
      answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    context
        .writeAndFlush(answer)
        .addListener(
            (ChannelFutureListener)
                written -> {
                  if (written.isSuccess() && goesOn) {
                    await(context);
                    context.channel().config().setAutoRead(true);
                  } else {
                    var _ = context.close();
                  }
                });
  }

  private void await(ChannelHandlerContext context) {
    connections.awaited(context.channel());
    calm();
    patience(context);
  }

  private void patience(ChannelHandlerContext context) {
    Runnable hangUp =
        () -> {
          var _ = context.close();
        };
    patience =
        context.executor().schedule(hangUp, limits.patience().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void calm() {
    if (patience != null) {
      patience.cancel(false);
    }
  }

  /** Verified by the TLS under this conversation, if there is any. */
  private static Optional<X509Certificate> peer(ChannelHandlerContext context) {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    try {
      return tls != null
              && tls.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate own
          ? Optional.of(own)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> headers(HttpRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .forEach(
            each -> headers.putIfAbsent(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
    return headers;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close(); // the peer has hung up
  }
}
