package org.facepay.terminal.world.faces;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Health.State;
import org.facepay.vision.camera.CameraException;

/**
 * The camera's row among the devices: who looks through it now, and how it was at the last look.
 * Between two looks its state stays, so that nobody reads from the reports when somebody was looked
 * at. Thread-safe.
 */
public final class CameraRow {
  private final CameraSettings settings;
  private final Consumer<Health> told;
  private final InstantSource clock;
  private Use use = Use.NOBODY;
  private Optional<State> last = Optional.empty();
  private Optional<HealthText> problem = Optional.empty();

  /** Who looks through it. */
  private enum Use {
    NOBODY,
    SHOPPER,
    TECHNICIAN
  }

  /** It is off. */
  public CameraRow(CameraSettings settings, Consumer<Health> told, InstantSource clock) {
    this.settings = settings;
    this.told = told;
    this.clock = clock;
    tell();
  }

  /** It goes on for a shopper who has agreed. */
  synchronized void shopper() {
    use = Use.SHOPPER;
    tell();
  }

  /** It goes on for a technician. */
  synchronized void technician() {
    use = Use.TECHNICIAN;
    tell();
  }

  /** It is off. */
  synchronized void off() {
    use = Use.NOBODY;
    tell();
  }

  /** It works, or why not. */
  synchronized void is(Optional<CameraException> now) {
    problem = now.map(e -> Cameras.problem(settings, e));
    last = Optional.of(now.isPresent() ? State.OFFLINE : State.ONLINE);
    tell();
  }

  private void tell() {
    State state = last.orElse(use == Use.NOBODY ? State.CLOSED : State.OPENING);
    told.accept(new Health(Cameras.NAME, state, problem.or(this::well), clock.instant()));
  }

  private Optional<HealthText> well() {
    return switch (use) {
      case NOBODY ->
          Optional.of(
              Identity.of(
                  last.isPresent() ? Identity.Kind.CAMERA_RESTING : Identity.Kind.CAMERA_OFF));
      case SHOPPER -> last.map(_ -> Identity.of(Identity.Kind.CAMERA));
      case TECHNICIAN -> Optional.of(Identity.of(Identity.Kind.CAMERA_POINTED));
    };
  }
}
