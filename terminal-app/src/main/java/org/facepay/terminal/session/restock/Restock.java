package org.facepay.terminal.session.restock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.StaffScreen.NotPlaced;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.terminal.session.Dated;
import org.facepay.terminal.session.Movement;

/**
 * A member of staff fills the lanes.
 *
 * @param attendant whose badge it was
 * @param lanes none before what lies in them is known
 * @param at which of them is filled now, from 0
 * @param troubles what is locked until somebody says that it was looked after
 * @param relaid what lies elsewhere from now on
 */
public record Restock(
    String attendant,
    List<Lane> lanes,
    int at,
    List<Trouble> troubles,
    Doing doing,
    Relaid relaid) {
  public Restock {
    lanes = List.copyOf(lanes);
    troubles = List.copyOf(troubles);
  }

  /**
   * What is under way.
   *
   * @param attempt stamp of what the machine was asked
   * @param typed digits of a date
   * @param wrong whether those before them were no date
   */
  public record Doing(Phase phase, long attempt, String typed, boolean wrong) {}

  /** How far it is. */
  public enum Phase {
    /** What lies in the lanes is asked for. */
    READING,
    COUNTING,
    /** The date of what was put into this lane is asked. */
    DATING,
    /** So too, before it ends. */
    DATING_LAST,
    /** An article was scanned, and is put into a lane. */
    PLACING,
    /** What the lanes hold from now on is written down. */
    LAYING,
    /** What was counted is written down. */
    KEEPING,
    OVER
  }

  /**
   * The last day on which a lane is sold.
   *
   * @param useBy an ISO 8601 date; empty when nobody has said
   * @param asked whether it was, this time
   * @param said whether it was answered
   */
  public record Date(String useBy, boolean asked, boolean said) {}

  /** Whether a lane was looked at. */
  public enum Progress {
    TO_DO,
    COUNTED,
    SKIPPED
  }

  /** In a lane of which nobody has said how much room it has. */
  static final int MOST = 99;

  /** The lane that is filled now, if there is any. */
  public Optional<Lane> here() {
    return at < lanes.size() ? Optional.of(lanes.get(at)) : Optional.empty();
  }

  Restock doing(Phase phase, long attempt) {
    return new Restock(
        attendant, lanes, at, troubles, new Doing(phase, attempt, "", false), relaid);
  }

  Restock typed(String digits, boolean wrong) {
    Doing typed = new Doing(doing.phase(), doing.attempt(), digits, wrong);
    return new Restock(attendant, lanes, at, troubles, typed, relaid);
  }

  Restock of(List<Lane> read, List<Trouble> locked) {
    return new Restock(attendant, read, 0, locked, doing, relaid);
  }

  Restock at(int lane) {
    return new Restock(attendant, lanes, lane, troubles, doing, relaid);
  }

  Restock wellAgain() {
    return new Restock(attendant, lanes, at, List.of(), doing, relaid);
  }

  Restock with(int index, Lane lane) {
    List<Lane> changed = new ArrayList<>(lanes);
    changed.set(index, lane);
    return new Restock(attendant, changed, at, troubles, doing, relaid);
  }

  Restock with(Relaid changed) {
    return new Restock(attendant, lanes, at, troubles, doing, changed);
  }

  Restock placing(Optional<Placing> placing) {
    return with(new Relaid(relaid.learned(), relaid.emptied(), placing, Optional.empty()));
  }

  Restock refused(Optional<NotPlaced> why) {
    return with(new Relaid(relaid.learned(), relaid.emptied(), Optional.empty(), why));
  }

  /** The lane of this name on the page, which is its slot; negative when there is none. */
  int index(String name) {
    for (int i = 0; i < lanes.size(); i++) {
      if (Integer.toString(lanes.get(i).place().slot()).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** To the next lane that nobody has looked at; stays where all are done. */
  Restock next() {
    for (int step = 1; step <= lanes.size(); step++) {
      int lane = (at + step) % lanes.size();
      if (lanes.get(lane).progress() == Progress.TO_DO) {
        return at(lane);
      }
    }
    return this;
  }

  /** The first lane whose date has to be asked yet; negative when there is none. */
  int owing() {
    return lanes.stream().map(Lane::owesDate).toList().indexOf(true);
  }

  /** The dates that were said. */
  List<Dated> dates() {
    return lanes.stream()
        .flatMap(
            lane ->
                lane.date().filter(Date::said).stream()
                    .map(d -> new Dated(lane.place().slot(), d.useBy())))
        .toList();
  }

  /** What was counted, and is not what was known; what was taken out comes before what went in. */
  List<Movement> movements() {
    List<Movement> all = new ArrayList<>(relaid.emptied());
    lanes.stream()
        .filter(lane -> lane.progress() == Progress.COUNTED)
        .filter(lane -> !lane.before().equals(Optional.of(lane.now())))
        .map(lane -> new Movement(lane.place(), lane.before(), lane.now()))
        .forEach(all::add);
    return all;
  }

  /** How many pieces every lane holds when it is filled; one that was relaid is as full as now. */
  List<Integer> full() {
    return lanes.stream()
        .map(lane -> lane.place().capacity() == 0 ? lane.now() : lane.place().capacity())
        .toList();
  }
}
