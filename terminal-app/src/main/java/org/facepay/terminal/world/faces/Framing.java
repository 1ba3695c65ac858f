package org.facepay.terminal.world.faces;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.technician.CameraDesk;
import org.facepay.terminal.technician.Deeds;
import org.facepay.vision.camera.CameraException;
import org.facepay.vision.camera.Frame;
import org.facepay.vision.face.EvidencePolicy;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.Verdict;
import org.facepay.vision.gallery.Gallery;
import org.facepay.vision.recognition.FaceWatch;
import org.facepay.vision.recognition.Look;
import org.facepay.vision.recognition.Looker;
import org.facepay.vision.recognition.Recogniser;

/**
 * The camera while a technician points it: on for as long as the console asks, and a few seconds
 * more. Faces are measured against nobody; the newest picture is in memory alone. Thread-safe.
 */
final class Framing implements CameraDesk, FaceWatch.Listener {
  /** The console asks every second; a page that was closed asks no more. */
  private static final Duration LEASE = Duration.ofSeconds(6);

  /** A camera needs so long to open. */
  private static final Duration FIRST = Duration.ofMillis(2_500);

  private static final Duration FRESH = Duration.ofSeconds(3);

  private final FaceWorker faces;
  private final CameraSettings settings;
  private final CameraMount mount;
  private final Deeds deeds;
  private final InstantSource clock;
  private Instant asked = Instant.MIN;
  private Instant seen = Instant.MIN;
  private Sight sight = new Sight(Optional.empty(), false, Optional.empty(), Optional.empty());

  Framing(
      FaceWorker faces,
      CameraSettings settings,
      CameraMount mount,
      Deeds deeds,
      InstantSource clock) {
    this.faces = faces;
    this.settings = settings;
    this.mount = mount;
    this.deeds = deeds;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Sight> sight() {
    asked = clock.instant();
    faces.lend(Framing::eyes, this, this::forget);
    long deadline = System.nanoTime() + FIRST.toNanos();
    try {
      while (!fresh() && System.nanoTime() - deadline < 0) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return fresh() || faces.lent() ? Optional.of(sight) : Optional.empty();
  }

  private boolean fresh() {
    return seen.plus(FRESH).isAfter(clock.instant());
  }

  @Override
  public int rotation() {
    return mount.degrees();
  }

  /** The camera is opened again, turned. */
  @Override
  public boolean turn(int degrees, String by) throws IOException {
    boolean turned = mount.turn(degrees);
    if (turned) {
      deeds.did(by, Deeds.Deed.CAMERA_TURNED, Integer.toString(degrees));
      faces.giveBack();
    }
    return turned;
  }

  /** What went wrong is told until there is a picture again. */
  private synchronized void forget() {
    sight = new Sight(Optional.empty(), false, Optional.empty(), sight.problem());
  }

  @Override
  public void preview(byte[] jpeg) {
    synchronized (this) {
      sight = new Sight(Optional.of(jpeg), sight.face(), sight.guidance(), Optional.empty());
      seen = clock.instant();
      notifyAll();
    }
    if (over()) {
      faces.giveBack();
    }
  }

  private synchronized boolean over() {
    return asked.plus(LEASE).isBefore(clock.instant());
  }

  @Override
  public synchronized void look(Look look) {
    Optional<Screen.Guidance> guidance = look.guidance().map(Guiding::shown);
    sight = new Sight(sight.jpeg(), look.face().isPresent(), guidance, sight.problem());
  }

  /** A camera that fails is given back, and tried again when the console asks again. */
  @Override
  public void camera(Optional<CameraException> problem) {
    faces.onCamera(problem);
    if (problem.isPresent()) {
      synchronized (this) {
        sight =
            new Sight(
                sight.jpeg(),
                false,
                Optional.empty(),
                problem.map(e -> Cameras.problem(settings, e)));
        seen = clock.instant();
        notifyAll();
      }
      faces.giveBack();
    }
  }

  private static Looker eyes(Optional<FaceEngine> engine) {
    return engine
        .<Looker>map(
            e ->
                new Recogniser(
                    e, new Gallery(e.dimension()), EvidencePolicy.standard(), new SecureRandom()))
        .orElseGet(Blind::new);
  }

  /** Without networks there is a picture and no word about it. */
  private static final class Blind implements Looker {
    @Override
    public Look look(Frame frame) {
      return new Look(Optional.empty(), Optional.empty(), new Verdict.Undecided());
    }

    @Override
    public void reset() {}
  }
}
