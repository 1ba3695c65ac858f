package org.facepay.terminal.technician;

import java.util.Locale;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.technician.VisitDesk.Curve;

/** What a shelf weighed in a visit, as a picture: grams over time, with the door's two moments. */
record TracePlot(Curve curve, long openMs, long closedMs) {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 120;

  /** More points than the picture has columns are drawn at each other's place. */
  private static final int MOST = 2 * WIDTH;

  /** The picture, with a sentence for whoever does not see it; empty where nothing was weighed. */
  String svg(Language language) {
    long[] at = curve.atMs();
    double[] grams = curve.grams();
    if (at.length < 2) {
      return "";
    }
    double low = 0;
    double high = 0;
    for (double g : grams) {
      low = Math.min(low, g);
      high = Math.max(high, g);
    }
    long end = Math.max(1, at[at.length - 1]);
    double span = Math.max(1, high - low);
    StringBuilder points = new StringBuilder();
    int each = 1 + at.length / MOST;
    for (int i = 0; i < at.length; i += each) {
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              (double) at[i] * WIDTH / end,
              HEIGHT - (grams[i] - low) * HEIGHT / span));
    }
    String told =
        VisitsWords.PLOT.in(language, ConsolePages.escaped(curve.shelf()), low, high, end / 1000.0);
    return """
        <figure><figcaption class=soft>%s</figcaption><svg class=plot viewBox="0 -4 %d %d" role=img aria-label="%s" preserveAspectRatio=none>
        %s%s<polyline points="%s"/></svg></figure>
        """
        .formatted(told, WIDTH, HEIGHT + 8, told, door(openMs, end), door(closedMs, end), points);
  }

  private static String door(long at, long end) {
    double x = Math.clamp((double) at * WIDTH / end, 0, WIDTH);
    return String.format(Locale.ROOT, "<path d=\"M%.1f 0V%d\"/>", x, HEIGHT);
  }
}
