package org.facepay.sync.desk;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server in front of some desks. One event loop reads and writes for all peers within
 * {@link Limits}, a few threads ask the desks, so that whoever sends slowly, endlessly or rubbish
 * holds up nobody else. May be called from any thread.
 */
public final class FrontDesk implements AutoCloseable {
  /** Desks that answer at the same time. */
  private static final int THREADS = 8;

  private static final int LINE_BYTES = 8_192;
  private static final int HEADER_BYTES = 16_384;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final EventLoopGroup loop;
  private final ThreadPoolExecutor desks;
  private final Connections connections;
  private final Channel listening;

  private FrontDesk(
      EventLoopGroup loop, ThreadPoolExecutor desks, Connections connections, Channel listening) {
    this.loop = loop;
    this.desks = desks;
    this.connections = connections;
    this.listening = listening;
  }

  /** An address that only this machine reaches; port 0 for any free one. */
  public static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Opens; when this returns, the address answers.
   *
   * @param name of its threads
   * @throws IOException saying where nobody can listen, and why
   */
  public static FrontDesk open(String name, InetSocketAddress at, Limits limits, Routes routes)
      throws IOException {
    return open(name, at, limits, routes, _ -> {});
  }

  /** As {@link #open}, for peers who speak TLS, and for no others. */
  public static FrontDesk openSecure(
      String name, InetSocketAddress at, Limits limits, Routes routes, SSLContext tls)
      throws IOException {
    return open(name, at, limits, routes, channel -> secure(channel, tls, "TLSv1.3", "TLSv1.2"));
  }

  /**
   * As {@link #openSecure}, and asks the peers who they are; desks are told in {@link
   * Request#peer}. Whoever has nothing to show is served, too, whoever shows something forged not.
   */
  public static FrontDesk openKnowing(
      String name, InetSocketAddress at, Limits limits, Routes routes, SSLContext tls)
      throws IOException {
    return open(
        name,
        at,
        limits,
        routes,
        channel -> secure(channel, tls, "TLSv1.3").setWantClientAuth(true));
  }

  private static FrontDesk open(
      String name,
      InetSocketAddress at,
      Limits limits,
      Routes routes,
      Consumer<SocketChannel> securing)
      throws IOException {
    EventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    ThreadPoolExecutor desks =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(limits.connections()),
            new DefaultThreadFactory(name + "-desk", true));
    desks.allowCoreThreadTimeOut(true);
    Connections connections = new Connections(limits.connections());
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                pipeline(securing, () -> new Conversation(routes, limits, connections, desks)))
            .bind(at);
    FrontDesk front = new FrontDesk(loop, desks, connections, bound.channel());
    if (!bound.awaitUninterruptibly(START.toMillis()) || !bound.isSuccess()) {
      front.close();
      throw cannotListen(at, bound.cause());
    }
    return front;
  }

  private static IOException cannotListen(InetSocketAddress at, @Nullable Throwable cause) {
    String host = at.isUnresolved() ? at.getHostString() : at.getAddress().getHostAddress();
    String why = cause == null ? "no answer" : String.valueOf(cause.getMessage());
    return new IOException(
        "cannot listen at " + host + ":" + at.getPort() + ": " + why + "; is another running?",
        cause);
  }

  private static ChannelInitializer<SocketChannel> pipeline(
      Consumer<SocketChannel> securing, Supplier<Conversation> conversation) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        securing.accept(channel);
        channel
            .pipeline()
            .addLast(
                new HttpServerCodec(
                    new HttpDecoderConfig()
                        .setMaxInitialLineLength(LINE_BYTES)
                        .setMaxHeaderSize(HEADER_BYTES)))
            .addLast(new HttpServerKeepAliveHandler())
            .addLast(new FlowControlHandler())
            .addLast(conversation.get());
      }
    };
  }

  private static SSLEngine secure(SocketChannel channel, SSLContext context, String... versions) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setEnabledProtocols(versions);
    channel.pipeline().addLast(new SslHandler(engine));
    return engine;
  }

  /** The port in use. */
  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** Where this machine reaches it. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  /** Hangs up on everybody; when this returns, no desk is at work, or one has not ended in 5 s. */
  @Override
  public void close() {
    if (desks.isShutdown()) {
      return;
    }
    listening.close().awaitUninterruptibly(STOP.toMillis());
    loop.submit(connections::closeAll).awaitUninterruptibly(STOP.toMillis());
    desks.shutdown();
    try {
      boolean ignored = desks.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The loop goes last: a desk hands its answer to it, also where nobody waits any more.
    loop.shutdownGracefully(0, STOP.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP.toMillis());
  }
}
