package org.facepay.kiosk.web;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Serves the shopper's page on the loopback address and keeps every connected page on the newest
 * snapshot. All methods may be called from any thread and none waits for a page.
 */
public final class KioskServer implements AutoCloseable {
  /**
   * How long a control has to be in sight at its place before a touch on it counts; somebody who
   * taps twice, or whose hand was already moving, is faster, somebody who has read it is not.
   */
  public static final Duration PATIENCE = Duration.ofMillis(400);

  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final EventLoopGroup loop;
  private final ChannelGroup channels;
  private final Channel listening;
  private final LaunchToken token;
  private final Pages pages;
  private final AtomicBoolean flushAhead = new AtomicBoolean();
  private final AtomicReference<byte @Nullable []> preview = new AtomicReference<>();

  /**
   * How to serve.
   *
   * @param port 0 for any free one
   * @param panel the layout of the page; empty takes the nearest to its window
   * @param token the launch token, 16 to 256 letters of base64url; empty makes a random one. A page
   *     survives a restart of the terminal only if port and token stay the same.
   * @param patience how long a control has to be in sight before a touch on it counts
   * @param pictures the folder of the goods' pictures; need not exist
   */
  public record Settings(
      int port,
      Optional<Panel> panel,
      Optional<String> token,
      Duration patience,
      Optional<Path> pictures) {
    public Settings {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port must be 0..65535, not " + port);
      }
      token.ifPresent(LaunchToken::new);
    }

    public Settings(int port, Optional<Panel> panel, Optional<String> token) {
      this(port, panel, token, PATIENCE, Optional.empty());
    }

    /** Any layout, a random token. */
    public static Settings onPort(int port) {
      return new Settings(port, Optional.empty(), Optional.empty());
    }

    /** With a token that is kept. */
    public Settings with(Optional<String> kept) {
      return new Settings(port, panel, kept, patience, pictures);
    }

    /** With another patience. */
    public Settings with(Duration changed) {
      return new Settings(port, panel, token, changed, pictures);
    }

    /** With the goods' pictures out of this folder. */
    public Settings withPictures(Path folder) {
      return new Settings(port, panel, token, patience, Optional.of(folder));
    }

    @Override
    public String toString() {
      return "Settings[port="
          + port
          + ", panel="
          + panel
          + ", token=[REDACTED], patience="
          + patience
          + ", pictures="
          + pictures
          + "]";
    }
  }

  /**
   * A touch.
   *
   * @param seq the snapshot that was on the glass when the finger went down
   */
  public record Received(Intent intent, long seq) {}

  /**
   * A snapshot has been shown; times are {@link System#nanoTime} at the arrival of the page's
   * reports, so they include the way back.
   *
   * @param domNanos the document held the snapshot
   * @param paintedNanos its frame was laid out, painted and handed to the compositor
   */
  public record Painted(long seq, long domNanos, long paintedNanos) {}

  private KioskServer(
      EventLoopGroup loop,
      ChannelGroup channels,
      Channel listening,
      LaunchToken token,
      Pages pages) {
    this.loop = loop;
    this.channels = channels;
    this.listening = listening;
    this.token = token;
    this.pages = pages;
  }

  /**
   * Starts serving; when this returns, the address answers.
   *
   * @param onIntent called on the server's own thread for each touch that was meant; must return at
   *     once
   * @throws IOException if the port is taken
   */
  public static KioskServer start(Settings settings, Consumer<Received> onIntent)
      throws IOException {
    Assets assets = Assets.load(settings.panel(), settings.pictures());
    LaunchToken token = settings.token().map(LaunchToken::new).orElseGet(LaunchToken::random);
    Pages pages = new Pages(onIntent, settings.patience(), assets.build());
    EventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("kiosk", true), NioIoHandler.newFactory());
    ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 16)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(32_768, 262_144))
            .childHandler(new PagePipeline(assets, token, pages, channels));
    var bound =
        bootstrap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
    if (!bound.awaitUninterruptibly(START.toMillis()) || !bound.isSuccess()) {
      stop(loop);
      throw new IOException("cannot serve the page on port " + settings.port(), bound.cause());
    }
    return new KioskServer(loop, channels, bound.channel(), token, pages);
  }

  /** Makes this what every page shows; a snapshot older than the newest is dropped. */
  public void show(Snapshot snapshot) {
    pages.offer(snapshot);
    if (flushAhead.compareAndSet(false, true)) {
      loop.execute(
          () -> {
            flushAhead.set(false);
            pages.flush();
          });
    }
  }

  /** Shows a camera picture on screens that have a place for one; only the newest counts. */
  public void preview(byte[] jpeg) {
    if (preview.getAndSet(jpeg) == null) {
      loop.execute(
          () -> {
            byte[] newest = preview.getAndSet(null);
            if (newest != null) {
              pages.preview(newest);
            }
          });
    }
  }

  /** Address to open the shopper's page with; holds the launch token, so keep it out of logs. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/?token=" + token.value());
  }

  /** The port in use. */
  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** How many pages are connected. */
  public int pages() {
    return pages.count();
  }

  /** The newest snapshot any page has painted. */
  public OptionalLong paintedSeq() {
    return pages.paintedSeq();
  }

  /**
   * Pages offer a voice mode from now on.
   *
   * @param speaks says this text instead of what it was saying; called on the server's own thread,
   *     must return at once
   */
  public void voice(BiConsumer<String, Display.Language> speaks) {
    pages.voice(speaks);
  }

  /** What may play on the page from now on. */
  public void media(Media plays) {
    pages.media(plays);
  }

  /** The newest snapshot; empty before the first. */
  public Optional<Snapshot> newest() {
    return Optional.ofNullable(pages.newest()).map(Pages.Sent::snapshot);
  }

  /**
   * How long pages have painted nothing although there was something to paint, or no page has been
   * there; zero while the newest snapshot is on the glass.
   */
  public Duration behind() {
    return pages.behind();
  }

  /** Frames from pages that were not a message, since the start. */
  public long refusedMessages() {
    return pages.refusals();
  }

  /**
   * Touches since the start that were not meant: on what had only just come into sight, or was gone
   * by then.
   */
  public long strayTouches() {
    return pages.strays();
  }

  /** Calls back on the server's own thread for every painted snapshot. */
  public void onPainted(Consumer<Painted> listener) {
    pages.listen(listener);
  }

  /** Stops serving; pages show that the terminal is starting and keep trying to come back. */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly(STOP.toMillis());
    channels.close().awaitUninterruptibly(STOP.toMillis());
    stop(loop);
  }

  private static void stop(EventLoopGroup loop) {
    loop.shutdownGracefully(0, STOP.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP.toMillis());
  }
}
