package org.facepay.vision.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.facepay.vision.gallery.Gallery;
import org.facepay.vision.gallery.GalleryFigures;

/** One-to-many search among 100,000 members: speed against reading the vectors, and recall. */
final class SearchFigures {
  private static final int MEMBERS = 100_000;
  private static final double GOAL_RECALL = 99.99;

  private SearchFigures() {}

  static void print(long recallSeconds) {
    Lines.progress("Filling a gallery of 100,000");
    GalleryFigures figures = new GalleryFigures(MEMBERS);
    Lines.progress("Searching it");
    speed(figures);
    long nanos = TimeUnit.SECONDS.toNanos(recallSeconds);
    Lines.progress("Recall, strangers");
    recall("strangers", figures.unmated(nanos));
    Lines.progress("Recall, members");
    recall("members", figures.mated(nanos));
  }

  private static void speed(GalleryFigures figures) {
    Gallery gallery = figures.gallery();
    SplittableRandom random = new SplittableRandom(2);
    Rounds.Times times =
        Rounds.time(
            120,
            () -> figures.readOnce(false),
            () -> figures.readOnce(true),
            () -> gallery.search(Vectors.template(random), 2),
            () -> gallery.searchCompressed(Vectors.template(random), 2));
    long[][] nanos = times.wall();
    double exact = Lines.quantileMs(nanos[2], .5);
    double read = Lines.quantileMs(nanos[0], .5);
    double streams = Lines.quantileMs(nanos[1], .5);
    double compressed = Lines.quantileMs(nanos[3], .5);
    Lines.spread("1:100,000 exact", nanos[2]);
    Lines.print("1:100,000 exact", exact, "ms", "reading the vectors once", read);
    Lines.print("1:100,000 exact", exact, "ms", "reading them as four streams", streams);
    Lines.spread("1:100,000 compressed", nanos[3]);
    Lines.print("1:100,000 exact", exact, "ms", "compressed (goal 3 or more)", compressed);
  }

  private static void recall(String who, GalleryFigures.Recall recall) {
    double share = 100.0 * recall.found() / recall.queries();
    Lines.print("top-1 recall, " + who, share, "%", "goal", GOAL_RECALL);
    Lines.print(
        "top-1 missed, " + who, recall.queries() - recall.found(), "", "queries", recall.queries());
  }
}
