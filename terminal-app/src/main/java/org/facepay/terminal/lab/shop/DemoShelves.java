package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facepay.peripherals.lock.LockProfile;
import org.facepay.peripherals.lock.LockSimulator;
import org.facepay.peripherals.shelf.ShelfProfile;
import org.facepay.peripherals.shelf.ShelfSimulator;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * The smart container of the demo: a door with its bolt, and shelves on load cells with real units
 * on them, each a little lighter or heavier than the next. A hand presses before it lifts, cells
 * tremble, settle anew after every change and swing when the door slams.
 */
public final class DemoShelves implements AutoCloseable {
  private static final Duration SAMPLE = Duration.ofMillis(50);
  private static final double NOISE_GRAMS = 1.0;
  private static final double TREMBLE_GRAMS = 0.25;
  private static final double TARE_GRAMS = 2_400;
  private static final double LENGTH_MM = 600;
  private static final double SPREAD_MM = 8;
  private static final int STOCK = 6;

  /** What stands where: three shelves of four lanes. */
  private static final List<List<Stands>> SHELVES =
      List.of(
          List.of(
              new Stands("6900123400074", "无糖乌龙茶", 538, 3.2),
              new Stands("6900123403150", "冰美式咖啡", 345, 2.4),
              new Stands("6900123400494", "奶酪夹心餐包", 98, 1.5),
              new Stands("6900123400289", "海盐薯片", 88, 1.2)),
          List.of(
              new Stands("6900123400142", "高钙鲜牛奶", 1005, 5),
              new Stands("6900123403228", "拿铁咖啡", 352, 2.4),
              new Stands("6900123402665", "椰子水", 361, 2.5),
              new Stands("6900123400425", "天然矿泉水", 572, 3.2)),
          List.of(
              new Stands("6900123400357", "全麦核桃吐司", 425, 2.8),
              new Stands("6900123401545", "凉茶", 338, 2.4),
              new Stands("6900123402870", "山泉水", 4120, 15),
              new Stands("6900123402245", "苏打水", 387, 2.4)));

  /** What is in no lane in the beginning, and can be put into one. */
  private static final List<Stands> SPARE =
      List.of(
          new Stands("6900123400708", "茉莉清茶", 529, 3.1),
          new Stands("6900123401750", "白桃茉莉茶", 531, 3.1));

  private record Stands(String code, String name, double grams, double sigma) {}

  /** A unit, where it stands. */
  private record Unit(Stands what, int shelf, int lane, double grams, double mm) {}

  private final LockSimulator lock;
  private final ShelfSimulator cells;
  private final Random random;
  private final List<Unit> units = new ArrayList<>();
  private final List<Unit> hand = new ArrayList<>();
  private final double[][] friction = new double[SHELVES.size()][2];
  private final double[] press = new double[SHELVES.size()];
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("demo-shelves").daemon().factory());
  private double swing;

  DemoShelves(Path devices, long seed) throws IOException {
    random = new Random(seed);
    lock = LockSimulator.start(LockProfile.GENERIC_1, devices.resolve("lock"));
    cells =
        ShelfSimulator.start(ShelfProfile.GENERIC_32, List.of(1, 2, 3), devices.resolve("shelves"));
    fill();
    var _ = thread.scheduleAtFixedRate(this::weigh, 0, SAMPLE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void fill() {
    for (int s = 0; s < SHELVES.size(); s++) {
      for (int l = 0; l < SHELVES.get(s).size(); l++) {
        for (int i = 0; i < STOCK; i++) {
          units.add(unit(SHELVES.get(s).get(l), s, l));
        }
      }
      settle(s);
    }
  }

  private Unit unit(Stands stands, int shelf, int lane) {
    return new Unit(
        stands,
        shelf,
        lane,
        stands.grams() + random.nextGaussian() * stands.sigma(),
        middle(lane) + random.nextGaussian() * SPREAD_MM);
  }

  private static double width() {
    return LENGTH_MM / SHELVES.getFirst().size();
  }

  private static double middle(int lane) {
    return (lane + 0.5) * width();
  }

  private void settle(int shelf) {
    for (int cell = 0; cell < 2; cell++) {
      friction[shelf][cell] = random.nextGaussian() * NOISE_GRAMS / Math.sqrt(2);
    }
  }

  private synchronized void weigh() {
    for (int s = 0; s < SHELVES.size(); s++) {
      double a = TARE_GRAMS + friction[s][0] + press[s] / 2;
      double b = TARE_GRAMS + friction[s][1] + press[s] / 2;
      for (Unit unit : units) {
        if (unit.shelf() == s) {
          a += unit.grams() * (1 - unit.mm() / LENGTH_MM);
          b += unit.grams() * unit.mm() / LENGTH_MM;
        }
      }
      cells.load(s + 1, milligrams(a), milligrams(b));
      press[s] *= 0.16;
    }
    swing *= 0.36;
  }

  private long milligrams(double grams) {
    double shaken = grams + random.nextGaussian() * (TREMBLE_GRAMS + swing);
    return Math.round(shaken * 10) * 100;
  }

  /** The planogram as a file. */
  Path planogram(Path file) throws IOException {
    List<Planogram.Shelf> shelves = new ArrayList<>();
    List<Planogram.Sku> skus = new ArrayList<>();
    for (int s = 0; s < SHELVES.size(); s++) {
      List<Planogram.Lane> lanes = new ArrayList<>();
      for (int l = 0; l < SHELVES.get(s).size(); l++) {
        Stands stands = SHELVES.get(s).get(l);
        lanes.add(new Planogram.Lane(skus.size(), l * width(), (l + 1) * width(), STOCK));
        skus.add(
            new Planogram.Sku(stands.code(), stands.name(), 100, stands.grams(), stands.sigma()));
      }
      shelves.add(new Planogram.Shelf("S" + (s + 1), LENGTH_MM, NOISE_GRAMS, lanes));
    }
    PlanogramFile.write(file, new Planogram(Currency.getInstance("CNY"), shelves, skus));
    return file;
  }

  /** The cabinet's bolt and door. */
  public LockSimulator lock() {
    return lock;
  }

  /** The bus of its shelves. */
  public ShelfSimulator cells() {
    return cells;
  }

  /** Somebody pulls the door; false if its bolt holds it. */
  public synchronized boolean open() {
    boolean opens = lock.pullDoor(0);
    swing = opens ? 4 : swing;
    return opens;
  }

  /** Somebody shuts it. */
  public synchronized void shut() {
    lock.shutDoor(0);
    swing = 12;
  }

  /**
   * A hand takes the foremost unit of a lane; false where there is none.
   *
   * @param shelf from 1
   * @param lane from 1
   */
  public synchronized boolean take(int shelf, int lane) {
    for (int i = units.size() - 1; i >= 0; i--) {
      Unit unit = units.get(i);
      if (unit.shelf() == shelf - 1 && unit.lane() == lane - 1) {
        hand.add(units.remove(i));
        moved(shelf - 1);
        return true;
      }
    }
    return false;
  }

  /**
   * The unit taken last is put down; into its own lane, or another place.
   *
   * @param shelf from 1; 0 for where it came from
   * @param lane from 1
   */
  public synchronized boolean putBack(int shelf, int lane) {
    if (hand.isEmpty()) {
      return false;
    }
    Unit unit = hand.removeLast();
    int to = shelf == 0 ? unit.shelf() : shelf - 1;
    double mm = middle(shelf == 0 ? unit.lane() : lane - 1) + random.nextGaussian() * SPREAD_MM;
    int counts = shelf == 0 ? unit.lane() : -1;
    units.add(new Unit(unit.what(), to, counts, unit.grams(), mm));
    moved(to);
    return true;
  }

  /**
   * Whoever fills it clears a lane.
   *
   * @param shelf from 1
   * @param lane from 1
   */
  public synchronized void clear(int shelf, int lane) {
    units.removeIf(u -> u.shelf() == shelf - 1 && u.lane() == lane - 1);
    moved(shelf - 1);
  }

  /**
   * Whoever fills it puts units into a lane, whatever belongs there; false for goods there are not.
   *
   * @param shelf from 1
   * @param lane from 1
   */
  public synchronized boolean put(String code, int count, int shelf, int lane) {
    Optional<Stands> goods =
        Stream.concat(SHELVES.stream().flatMap(List::stream), SPARE.stream())
            .filter(s -> s.code().equals(code))
            .findFirst();
    for (int i = 0; goods.isPresent() && i < count; i++) {
      units.add(unit(goods.get(), shelf - 1, lane - 1));
    }
    moved(shelf - 1);
    return goods.isPresent();
  }

  private void moved(int shelf) {
    press[shelf] = 60 + random.nextInt(200);
    settle(shelf);
  }

  /** What was carried away: names of the articles. The next shopper begins with empty hands. */
  public synchronized List<String> carriedAway() {
    List<String> gone = hand.stream().map(u -> u.what().code()).sorted().toList();
    hand.clear();
    return gone;
  }

  /** Everything is as full as in the beginning. */
  public synchronized void refill() {
    units.clear();
    hand.clear();
    fill();
  }

  /** Lanes as the bench page shows them: shelf, lane, name and units. */
  record Lane(int shelf, int lane, String name, long units) {}

  synchronized List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>();
    for (int s = 0; s < SHELVES.size(); s++) {
      for (int l = 0; l < SHELVES.get(s).size(); l++) {
        int shelf = s;
        int lane = l;
        List<Unit> own =
            units.stream().filter(u -> u.shelf() == shelf && u.lane() == lane).toList();
        Stands what = own.isEmpty() ? SHELVES.get(s).get(l) : own.getLast().what();
        lanes.add(new Lane(s + 1, l + 1, what.name(), own.size()));
      }
    }
    return lanes;
  }

  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    try (lock;
        cells) {
      // Closes both, whatever one of them says.
    }
  }
}
