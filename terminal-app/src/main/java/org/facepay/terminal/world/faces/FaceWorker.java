package org.facepay.terminal.world.faces;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.technician.CameraDesk;
import org.facepay.terminal.technician.Deeds;
import org.facepay.terminal.world.members.MemberWorker;
import org.facepay.vision.camera.CameraException;
import org.facepay.vision.face.EvidencePolicy;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.face.Verdict;
import org.facepay.vision.gallery.Gallery;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.TemplateStore;
import org.facepay.vision.recognition.Enroller;
import org.facepay.vision.recognition.FaceWatch;
import org.facepay.vision.recognition.Look;
import org.facepay.vision.recognition.Looker;
import org.facepay.vision.recognition.Recogniser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the session asks about faces, one request after the other on the members' thread: turns the
 * camera on for one look, says who it was, keeps and deletes faces, and writes down what was done.
 * Every look is answered at most once; with the answer the camera goes off.
 */
public final class FaceWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaceWorker.class);
  private static final EvidencePolicy POLICY = EvidencePolicy.standard();

  private final Parts parts;
  private final LookBook book;
  private final SecureRandom random = new SecureRandom();
  private final Executor thread;
  private @Nullable FaceEngine engine;
  private @Nullable Gallery gallery;
  private @Nullable FaceWatch watch;
  private long watching;
  private volatile Optional<Runnable> loan = Optional.empty();
  private volatile Screen.Guidance guidance = Screen.Guidance.STARTING;

  /**
   * What it works with.
   *
   * @param row the camera's, among the devices
   * @param preview takes a JPEG for the page
   */
  public record Parts(
      MemberWorker members,
      FaceWatch.Camera camera,
      CameraRow row,
      Inbox<Event> inbox,
      Consumer<byte[]> preview,
      InstantSource clock) {}

  /** Loads the networks and the members' templates in the background. */
  public FaceWorker(Parts parts) {
    this.parts = parts;
    this.thread = parts.members.thread();
    this.book = new LookBook(members(), parts.members.book(), parts.clock);
    parts.members.whenForgotten(this::forget);
    thread.execute(this::load);
  }

  /** What the shopper should do; any thread. */
  public Screen.Guidance guidance() {
    return guidance;
  }

  public void look(long attempt) {
    thread.execute(
        () ->
            watch(
                attempt,
                (engine, gallery) ->
                    new Eyes(
                        new Recogniser(engine, gallery, POLICY, random),
                        look -> () -> book.recognised(look.verdict()))));
  }

  public void enrol(long attempt, Digits phone) {
    thread.execute(
        () -> {
          try {
            if (members().byPhone(phone.text()).isPresent()) {
              answer(attempt, new FaceResult.AlreadyMember());
              return;
            }
          } catch (MemberException e) {
            LOG.error("nobody can join: {}", e.getMessage());
            answer(attempt, new FaceResult.NotRecognised());
            return;
          }
          watch(attempt, (engine, gallery) -> joining(engine, gallery, phone));
        });
  }

  private Eyes joining(FaceEngine engine, Gallery gallery, Digits phone) {
    Enroller enroller = new Enroller(engine, gallery, POLICY, random);
    return new Eyes(
        enroller,
        look -> {
          Optional<float[]> template = enroller.take();
          return () -> book.joined(look.verdict(), template, phone, gallery);
        });
  }

  public void stop() {
    thread.execute(this::cameraOff);
  }

  private void forget(String member) {
    cameraOff();
    if (gallery != null) {
      gallery.remove(member);
    }
  }

  /** What the console sees through the camera, which a shopper's look takes away from it. */
  public CameraDesk framing(CameraSettings settings, CameraMount mount, Deeds deeds) {
    return new Framing(this, settings, mount, deeds, parts.clock);
  }

  /**
   * Lets a technician's watch have the camera where nobody is looked at; any thread.
   *
   * @param over told when it has it no more
   */
  void lend(
      Function<Optional<FaceEngine>, Looker> eyes, FaceWatch.Listener listener, Runnable over) {
    thread.execute(
        () -> {
          if (watch == null) {
            Looker looker = eyes.apply(Optional.ofNullable(engine));
            watch = FaceWatch.start(parts.camera, looker, listener);
            loan = Optional.of(over);
            parts.row.technician();
          }
        });
  }

  /** The technician's watch ends; a shopper's goes on. */
  void giveBack() {
    thread.execute(() -> loan.ifPresent(_ -> cameraOff()));
  }

  boolean lent() {
    return loan.isPresent();
  }

  void onCamera(Optional<CameraException> problem) {
    parts.row.is(problem);
  }

  /** Before the members' thread ends. */
  @Override
  public void close() {
    thread.execute(
        () -> {
          cameraOff();
          if (engine != null) {
            engine.close();
          }
        });
  }

  private void load() {
    try {
      FaceEngine loaded = FaceEngine.load();
      engine = loaded;
      Gallery made = new Gallery(loaded.dimension());
      for (TemplateStore.Stored stored : parts.members.files().templates().all()) {
        made.add(stored.member(), stored.template());
        Arrays.fill(stored.template(), 0);
      }
      gallery = made;
      LOG.info("{} members' faces are known", made.size());
    } catch (ModelException | GalleryException e) {
      LOG.error("no faces are recognised: {}", e.getMessage());
    } catch (NoClassDefFoundError e) {
      LOG.error(
          "no faces are recognised: {} is missing; start Java with --add-modules"
              + " jdk.incubator.vector, as scripts/facepay does",
          e.getMessage());
    }
  }

  /**
   * Who looks, and how a look that ends the watch is read: on the watch's thread at first, then on
   * the members'.
   */
  private record Eyes(Looker looker, Function<Look, Supplier<FaceResult>> read) {}

  /** Turns the camera on until the looker has come to something. */
  private void watch(long attempt, BiFunction<FaceEngine, Gallery, Eyes> made) {
    cameraOff();
    if (engine == null || gallery == null) {
      answer(attempt, new FaceResult.CameraFailed());
      return;
    }
    watching = attempt;
    parts.row.shopper();
    Eyes eyes = made.apply(engine, gallery);
    watch = FaceWatch.start(parts.camera, eyes.looker(), new OneLook(attempt, eyes));
  }

  private void cameraOff() {
    if (watch != null) {
      watch.close();
      watch = null;
      parts.row.off();
    }
    watching = 0;
    loan.ifPresent(Runnable::run);
    loan = Optional.empty();
    guidance(Screen.Guidance.STARTING);
  }

  /** The answer of a watch; one that was stopped while it gave it is not waited for any more. */
  private void conclude(long attempt, Supplier<FaceResult> result) {
    if (attempt == watching) {
      cameraOff();
      answer(attempt, result.get());
    }
  }

  private void answer(long attempt, FaceResult result) {
    cameraOff();
    parts.inbox.deliver(new Answered.FaceAnswered(attempt, result));
  }

  private void guidance(Screen.Guidance now) {
    if (guidance != now) {
      guidance = now;
      parts.inbox.nudge();
    }
  }

  /** Hears one watch until it has an answer; lives on the watch's thread. */
  private final class OneLook implements FaceWatch.Listener {
    private final long attempt;
    private final Eyes eyes;
    private boolean challenged;
    private boolean answered;

    OneLook(long attempt, Eyes eyes) {
      this.attempt = attempt;
      this.eyes = eyes;
    }

    @Override
    public void preview(byte[] jpeg) {
      if (!answered) {
        parts.preview.accept(jpeg);
      }
    }

    @Override
    public void look(Look look) {
      if (answered) {
        return;
      }
      guidance(look.guidance().map(Guiding::shown).orElse(Screen.Guidance.LOOKING));
      Verdict verdict = look.verdict();
      if (verdict instanceof Verdict.ChallengeNeeded(float liveness) && !challenged) {
        challenged = true;
        thread.execute(() -> book.challenged(liveness));
      }
      if (!(verdict instanceof Verdict.Undecided)
          && !(verdict instanceof Verdict.ChallengeNeeded)) {
        answered = true;
        Supplier<FaceResult> result = eyes.read().apply(look);
        thread.execute(() -> conclude(attempt, result));
      }
    }

    @Override
    public void camera(Optional<CameraException> problem) {
      parts.row.is(problem);
      if (problem.isPresent() && !answered) {
        answered = true;
        thread.execute(() -> conclude(attempt, FaceResult.CameraFailed::new));
      }
    }
  }

  private MemberStore members() {
    return parts.members.files().members();
  }
}
