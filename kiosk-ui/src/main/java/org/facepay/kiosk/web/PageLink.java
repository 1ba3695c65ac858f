package org.facepay.kiosk.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected page. Of snapshots and preview pictures only the newest counts: at most one of each
 * is on its way, and while it is, later ones replace each other instead of queueing. Lives on the
 * server's event loop thread.
 */
final class PageLink extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(PageLink.class);
  private static final int REMEMBERED_RENDERS = 16;

  private final Pages pages;
  private final InSight inSight;
  private final Map<Long, Long> domNanos = new LinkedHashMap<>();
  private @Nullable Channel channel;
  private Pages.@Nullable Sent lastSent;
  private boolean snapshotOnItsWay;
  private boolean previewOnItsWay;
  private byte @Nullable [] preview;

  PageLink(Pages pages) {
    this.pages = pages;
    this.inSight = new InSight(pages.patience());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof HandshakeComplete) {
      channel = context.channel();
      var _ = context.writeAndFlush(new TextWebSocketFrame(pages.hello()));
      pages.add(this);
      flush();
    } else if (event instanceof IdleStateEvent idle) {
      if (idle.state() == IdleState.READER_IDLE || channel == null) {
        var _ = context.close();
      } else {
        var _ = context.writeAndFlush(new PingWebSocketFrame());
      }
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  /** Sends the newest snapshot if the page has not got it and nothing is on its way. */
  void flush() {
    Channel to = channel;
    Pages.Sent newest = pages.newest();
    if (to == null || newest == null || newest.equals(lastSent) || snapshotOnItsWay) {
      return;
    }
    if (!to.isWritable()) {
      return; // channelWritabilityChanged comes back here
    }
    lastSent = newest;
    inSight.sent(newest.snapshot());
    snapshotOnItsWay = true;
    var _ =
        to.writeAndFlush(new TextWebSocketFrame(newest.json()))
            .addListener(
                done -> {
                  snapshotOnItsWay = false;
                  flush();
                });
  }

  /** Shows a picture, or keeps it until the page has taken the one before. */
  void preview(byte[] jpeg) {
    preview = jpeg;
    flushPreview();
  }

  private void flushPreview() {
    Channel to = channel;
    byte[] jpeg = preview;
    if (to != null && jpeg != null && !previewOnItsWay && to.isWritable()) {
      preview = null;
      previewOnItsWay = true;
      var _ = to.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(jpeg)));
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    flush();
    flushPreview();
    context.fireChannelWritabilityChanged();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    long now = System.nanoTime();
    if (frame instanceof PongWebSocketFrame) {
      return;
    }
    if (!(frame instanceof TextWebSocketFrame text) || !frame.isFinalFragment()) {
      pages.refused(PageMessages.Refused.Why.NOT_TEXT);
      var _ =
          context
              .writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.INVALID_MESSAGE_TYPE))
              .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    try {
      take(PageMessages.read(text.text()), now);
    } catch (PageMessages.Refused e) {
      pages.refused(e.why());
    }
  }

  private void take(PageMessage message, long now) {
    switch (message) {
      case PageMessage.Touched touched -> touched(touched, now);
      case PageMessage.InDom inDom -> {
        domNanos.put(inDom.seq(), now);
        if (domNanos.size() > REMEMBERED_RENDERS) {
          domNanos.remove(domNanos.keySet().iterator().next());
        }
      }
      case PageMessage.OnGlass onGlass -> {
        inSight.painted(onGlass.seq(), now);
        Long dom = domNanos.remove(onGlass.seq());
        if (dom != null) {
          pages.painted(new KioskServer.Painted(onGlass.seq(), dom, now));
        }
      }
      case PageMessage.ToSay said -> pages.say(said);
      case PageMessage.CannotPlay(String item) -> pages.media().unplayable(item);
      case PageMessage.PreviewTaken taken -> {
        previewOnItsWay = false;
        flushPreview();
      }
    }
  }

  private void touched(PageMessage.Touched touch, long now) {
    Pages.Sent newest = pages.newest();
    long down = now - TimeUnit.MILLISECONDS.toNanos(touch.heldMillis());
    if (newest != null && inSight.meant(touch, newest.snapshot(), down)) {
      pages.touched(touch);
    } else {
      pages.stray();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    pages.remove(this);
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException
        || cause instanceof TooLongFrameException) {
      pages.refused(PageMessages.Refused.Why.BROKEN_FRAME);
    } else if (cause instanceof IOException) {
      LOG.debug("page gone: {}", cause.getMessage());
    } else {
      LOG.error("page link closed by a fault of ours", cause);
    }
    var _ = context.close();
  }
}
