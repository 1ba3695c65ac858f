package org.facepay.peripherals.link;

import java.util.function.Function;

/** Opens a driver afresh, its link included; asked again after every loss. */
public interface Source<D extends Driver> {
  /** Opens it. */
  D open() throws DeviceException;

  /** Whether trying looks worthwhile; see {@link Opener#present}. */
  boolean present();

  /** A driver of a {@link Catalogue} on a link. */
  static <D extends Driver> Source<D> of(Function<Link, D> driver, Opener opener) {
    return new Source<>() {
      @Override
      public D open() throws DeviceException {
        return driver.apply(opener.open());
      }

      @Override
      public boolean present() {
        return opener.present();
      }
    };
  }

  /** What does not come and go, such as a chip's lines; the back-off is quick enough. */
  static <D extends Driver> Source<D> fixed(Opening<D> opening) {
    return new Source<>() {
      @Override
      public D open() throws DeviceException {
        return opening.open();
      }

      @Override
      public boolean present() {
        return false;
      }
    };
  }

  /** Opens a driver. */
  @FunctionalInterface
  interface Opening<D> {
    /** Opens it. */
    D open() throws DeviceException;
  }
}
