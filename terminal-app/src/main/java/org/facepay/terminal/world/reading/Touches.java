package org.facepay.terminal.world.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Touched;

/** What a touch on the page means to the session: most mean by themselves all they have to. */
public final class Touches {
  private final Optional<Product> bag;
  private final Function<String, Optional<Event>> goods;
  private final Scale scale;
  private final Function<Event, Event> met;

  /** What a touch needs from the scale at its moment. */
  public interface Scale {
    /** A weight that may be sold, gross. */
    OptionalInt billableGrams();

    /** No scale. */
    static Scale none() {
      return OptionalInt::empty;
    }
  }

  /**
   * @param bag the carrier bag a touch puts into the basket; none if the shop has none
   * @param goods what choosing something by its name on the page means
   * @param met what an event comes to as this terminal's devices stand now
   */
  public Touches(
      Optional<Product> bag,
      Function<String, Optional<Event>> goods,
      Scale scale,
      Function<Event, Event> met) {
    this.bag = bag;
    this.goods = goods;
    this.scale = scale;
    this.met = met;
  }

  /** Before anything is known of the shop. */
  public static Touches none() {
    return new Touches(Optional.empty(), code -> Optional.empty(), Scale.none(), event -> event);
  }

  /** The event; empty where the shop has nothing that the touch is about. */
  public Optional<Event> event(Intent intent) {
    return switch (intent) {
      case Intent.AddBag _ -> bag.map(Touched.BagAdded::new);
      case Intent.ChooseGood(String good) -> goods.apply(good);
      case Intent.Tare _ -> Optional.of(new Touched.Tared(grams()));
      case Intent.AddWeighed _ -> Optional.of(new Touched.WeighedAdded(grams()));
      case Intent.Digit(int digit) -> Optional.of(new Touched.DigitTyped(new Digits.Digit(digit)));
      default -> Optional.of(met.apply(new Touched.Touch(intent)));
    };
  }

  private int grams() {
    return scale.billableGrams().orElse(0);
  }
}
