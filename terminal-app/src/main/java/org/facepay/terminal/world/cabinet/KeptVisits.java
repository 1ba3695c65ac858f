package org.facepay.terminal.world.cabinet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.settlement.file.AnswerFile;
import org.facepay.terminal.settlement.file.PlanogramException;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.file.SessionFile;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.technician.Deeds;
import org.facepay.terminal.technician.VisitDesk;
import org.facepay.terminal.technician.VisitDesk.Curve;
import org.facepay.terminal.technician.VisitDesk.Entry;
import org.facepay.terminal.technician.VisitDesk.Line;
import org.facepay.terminal.technician.VisitDesk.Sheet;
import org.facepay.terminal.technician.VisitDesk.Verdict;
import org.facepay.terminal.technician.VisitDesk.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kept evidence as whoever looks at it later finds it: beside each trace what was charged and
 * objected to, a line each ({@code .notes}), and what somebody has said who looked ({@code .seen}).
 */
public final class KeptVisits {
  private static final Logger LOG = LoggerFactory.getLogger(KeptVisits.class);
  private static final Pattern NAME = Pattern.compile("[0-9A-Z]{1,13}");
  private static final String NOTES = ".notes";
  private static final String SEEN = ".seen";
  private static final int MOST = 200;

  private final Path folder;
  private final Currency currency;
  private final Deeds deeds;

  /**
   * Those of a cabinet.
   *
   * @param data the terminal's data folder
   */
  public KeptVisits(Path data, Currency currency, Deeds deeds) {
    this.folder = Evidence.folder(data.resolve(Cabinet.FOLDER));
    this.currency = currency;
    this.deeds = deeds;
  }

  /** Writes beside the evidence what was recorded of a visit. */
  static void note(Path folder, Effect.RecordVisit visit, Instant now) {
    String evidence = visit.settled().evidence();
    if (!NAME.matcher(evidence).matches()) {
      return;
    }
    StringBuilder said = new StringBuilder();
    for (Piece piece : visit.settled().pieces()) {
      said.append(piece.product().zh().name()).append(" ×").append(piece.count()).append("  ");
    }
    try {
      note(folder, evidence, why(visit.why()), visit.owedMinor(), said.toString(), now);
    } catch (IOException e) {
      LOG.error(
          "what came of visit {} does not stand with its evidence: {}", evidence, e.toString());
    }
  }

  private static void note(
      Path folder, String evidence, Why why, long minor, String said, Instant now)
      throws IOException {
    String line =
        String.join(
            "\t",
            Long.toString(now.getEpochSecond()),
            why.name(),
            Long.toString(minor),
            said.replaceAll("[\\t\\r\\n]", " ").strip());
    Files.writeString(
        folder.resolve(evidence + NOTES),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Whether there is something to look at. */
  public boolean has(String name) {
    return NAME.matcher(name).matches()
        && Files.exists(folder.resolve(name + ".csv"))
        && Files.exists(folder.resolve(name + ".json"));
  }

  /**
   * Something is objected to later on: somebody looks, also where somebody has looked before.
   *
   * @param said the line, or what else there is to know
   */
  public void objected(String name, Why why, String said, InstantSource clock) throws IOException {
    note(folder, name, why, 0, said, clock.instant());
    if (why == Why.DISPUTED) {
      Files.deleteIfExists(folder.resolve(name + SEEN));
    }
  }

  /**
   * How probable it is that so many pieces of an article left; 0 where something else is more
   * probable.
   *
   * @throws IOException when the evidence cannot be read
   */
  public double marginal(String name, String code, int pieces) throws IOException {
    Planogram planogram = planogram(name);
    return AnswerFile.readLines(folder.resolve(name + Evidence.ANSWER), planogram).lines().stream()
        .filter(l -> planogram.skus().get(l.sku()).id().equals(code) && l.quantity() == pieces)
        .mapToDouble(Settlement.Line::confidence)
        .findFirst()
        .orElse(0);
  }

  private static Why why(String recorded) {
    return switch (recorded) {
      case "not-clear" -> Why.NOT_CLEAR;
      case "disputed" -> Why.DISPUTED;
      case "returned" -> Why.RETURNED;
      case "door-forced" -> Why.FORCED;
      case "over-limit" -> Why.OVER_LIMIT;
      default -> Why.NOTHING;
    };
  }

  /** As {@link VisitDesk#visits}. */
  public List<Entry> visits() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Entry> all = new ArrayList<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(NOTES))
          .map(file -> file.substring(0, file.length() - NOTES.length()))
          .forEach(name -> entry(name, notes(name)).ifPresent(all::add));
      all.sort(
          Comparator.comparing((Entry e) -> !e.open())
              .thenComparing(Comparator.comparing(Entry::at).reversed()));
      return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    } catch (IOException e) {
      LOG.error("the visits cannot be listed: {}", e.toString());
      return List.of();
    }
  }

  /** A line of the notes; rows that make no sense are passed over. */
  private record Note(Instant at, Why why, long minor, String said) {
    static Optional<Note> of(String line) {
      String[] parts = line.split("\t", -1);
      try {
        return parts.length == 4
            ? Optional.of(
                new Note(
                    Instant.ofEpochSecond(Long.parseLong(parts[0])),
                    Why.valueOf(parts[1]),
                    Math.max(0, Long.parseLong(parts[2])),
                    parts[3]))
            : Optional.empty();
      } catch (IllegalArgumentException | DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  private List<Note> notes(String name) {
    try {
      String text = Files.readString(folder.resolve(name + NOTES), StandardCharsets.UTF_8);
      return text.lines().map(Note::of).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What happened last is why somebody looks; what was charged is of the first. */
  private Optional<Entry> entry(String name, List<Note> notes) {
    if (notes.isEmpty() || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    long charged = notes.stream().mapToLong(Note::minor).max().orElse(0);
    Note last = notes.getLast();
    return Optional.of(
        new Entry(name, last.at(), last.why(), new Money(charged, currency), verdict(name)));
  }

  private Optional<Verdict> verdict(String name) {
    try {
      String said = Files.readString(folder.resolve(name + SEEN)).strip();
      return Stream.of(Verdict.values()).filter(v -> v.name().equals(said)).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As {@link VisitDesk#visit}, without its bill. */
  public Optional<Sheet> visit(String name) throws IOException {
    List<Note> notes = NAME.matcher(name).matches() ? notes(name) : List.of();
    Optional<Entry> entry = entry(name, notes);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Planogram planogram = planogram(name);
    Trace trace =
        switch (SessionFile.read(folder.resolve(name + ".csv"), planogram)) {
          case SessionFile.Recorded(Trace recorded) -> recorded;
          case SessionFile.Unreadable(String why) ->
              throw new ExplainedException(Sentence.of(VisitWords.TRACE_DAMAGED, why));
        };
    List<String> objections =
        notes.stream()
            .filter(n -> n.why() == Why.DISPUTED || n.why() == Why.RETURNED)
            .map(Note::said)
            .toList();
    AnswerFile.Lines said = AnswerFile.readLines(folder.resolve(name + Evidence.ANSWER), planogram);
    List<Line> lines =
        said.lines().stream()
            .map(l -> new Line(planogram.skus().get(l.sku()).name(), l.quantity(), l.confidence()))
            .toList();
    return Optional.of(
        new Sheet(
            entry.get(),
            objections,
            lines,
            said.confidence(),
            curves(trace, planogram),
            trace.openMs(),
            trace.closedMs(),
            Optional.empty()));
  }

  private Planogram planogram(String name) throws IOException {
    try {
      return PlanogramFile.read(folder.resolve(name + ".json"));
    } catch (PlanogramException e) {
      throw new ExplainedException(e.explanation(), e);
    }
  }

  private static List<Curve> curves(Trace trace, Planogram planogram) {
    List<Curve> curves = new ArrayList<>();
    for (int s = 0; s < trace.shelves().size(); s++) {
      Trace.Readings readings = trace.shelves().get(s);
      double[] grams = new double[readings.a().length];
      for (int i = 0; i < grams.length; i++) {
        grams[i] = readings.a()[i] + readings.b()[i] - readings.a()[0] - readings.b()[0];
      }
      curves.add(new Curve(planogram.shelves().get(s).id(), readings.atMs(), grams));
    }
    return curves;
  }

  /** As {@link VisitDesk#looked}; what goes back is written down, and given by somebody else. */
  public boolean looked(String name, Verdict verdict, List<Integer> back, String by)
      throws IOException {
    if (!NAME.matcher(name).matches() || notes(name).isEmpty()) {
      return false;
    }
    Files.writeString(folder.resolve(name + SEEN), verdict.name());
    deeds.did(
        by,
        verdict == Verdict.RIGHT ? Deeds.Deed.VISIT_RIGHT : Deeds.Deed.VISIT_WRONG,
        subject(name, back));
    return true;
  }

  private static String subject(String name, List<Integer> back) {
    return back.isEmpty() ? name : name + " " + back;
  }
}
