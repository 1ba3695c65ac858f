package org.facepay.terminal.lab.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How many sessions could be settled without anybody's help at which risk, if the bar stood
 * elsewhere (El-Yaniv and Wiener, "On the foundations of noise-free selective classification", JMLR
 * 11, 2010). It tells a bar that is too low from doubts in the wrong places.
 */
public final class Curve {
  private record Point(double doubt, boolean wrong) {}

  private final List<Point> points = new ArrayList<>();

  /**
   * One more session.
   *
   * @param doubt probability that the amount is wrong, by the engine
   * @param wrong whether it is
   */
  public void add(double doubt, boolean wrong) {
    points.add(new Point(doubt, wrong));
  }

  /** Takes in the sessions of another one. */
  public void add(Curve other) {
    points.addAll(other.points);
  }

  /**
   * Share of sessions that the surest are of which at most so many are wrong.
   *
   * @param risk share of wrong ones among those settled
   */
  public double coverage(double risk) {
    List<Point> surest = points.stream().sorted(Comparator.comparingDouble(Point::doubt)).toList();
    int wrong = 0;
    int most = 0;
    for (int i = 0; i < surest.size(); i++) {
      wrong += surest.get(i).wrong() ? 1 : 0;
      // Equal doubts stand or fall together.
      boolean last = i + 1 == surest.size() || surest.get(i + 1).doubt() > surest.get(i).doubt();
      most = last && wrong <= risk * (i + 1) ? i + 1 : most;
    }
    return surest.isEmpty() ? 0 : (double) most / surest.size();
  }

  /** Errors the engine expects among those of so little doubt, and those that it made. */
  public String honesty(double mostDoubt) {
    List<Point> sure = points.stream().filter(p -> p.doubt() <= mostDoubt).toList();
    double expected = sure.stream().mapToDouble(Point::doubt).sum();
    long seen = sure.stream().filter(Point::wrong).count();
    return String.format(Locale.ROOT, "%.1f expected, %d seen", expected, seen);
  }
}
