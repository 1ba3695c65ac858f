package org.facepay.kiosk.web;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What each connection passes through, with its limits. A silent connection is closed. */
final class PagePipeline extends ChannelInitializer<SocketChannel> {
  /** Nothing of the page has a body; what is announced beyond this is answered with 413. */
  private static final int MAX_BODY = 1024;

  private static final int MAX_CHANNELS = 64;
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration PING = Duration.ofSeconds(10);

  private final Assets assets;
  private final LaunchToken token;
  private final Pages pages;
  private final ChannelGroup channels;

  PagePipeline(Assets assets, LaunchToken token, Pages pages, ChannelGroup channels) {
    this.assets = assets;
    this.token = token;
    this.pages = pages;
    this.channels = channels;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    if (channels.size() >= MAX_CHANNELS) {
      var _ = channel.close();
      return;
    }
    channels.add(channel);
    channel
        .pipeline()
        .addLast(new HttpServerCodec())
        .addLast(new HttpObjectAggregator(MAX_BODY, true))
        .addLast(
            new IdleStateHandler(SILENCE.toMillis(), PING.toMillis(), 0, TimeUnit.MILLISECONDS))
        .addLast(new Gate(assets, token, pages::media, channel.localAddress().getPort()))
        .addLast(
            new WebSocketServerProtocolHandler(
                WebSocketServerProtocolConfig.newBuilder()
                    .websocketPath(Gate.LIVE)
                    .maxFramePayloadLength(4 * PageMessages.MAX_CHARS)
                    .handshakeTimeoutMillis(SILENCE.toMillis())
                    .dropPongFrames(true)
                    .build()))
        .addLast(new PageLink(pages));
  }
}
