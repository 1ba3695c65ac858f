package org.facepay.terminal.technician;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.technician.Deeds.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the terminal is beside its devices: network, wallets, clock, disk, log; and what can be done.
 */
record StatePage(Console.Shown shown, Sessions sessions, ZoneId zone, InstantSource clock)
    implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(StatePage.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** A clock that differs by less is right. */
  private static final Duration NEAR = Duration.ofSeconds(5);

  @Override
  public Response answer(Visit visit) {
    return page(visit, "");
  }

  Response goods(Visit visit) {
    return with(
        visit,
        desk -> {
          StateDesk.Goods goods = desk.goods();
          if (goods.problems().isEmpty()) {
            return ConsolePages.good(StateWords.GOODS_RIGHT.in(visit.language(), goods.articles()));
          }
          return ConsolePages.bad(StateWords.GOODS_WRONG.in(visit.language(), goods.articles()))
              + lines(goods.problems().stream().map(p -> p.in(visit.language())).toList());
        });
  }

  Response bringBack(Visit visit) {
    return with(
        visit,
        desk -> {
          OptionalInt rows = desk.bringBack();
          return rows.isPresent()
              ? ConsolePages.good(StateWords.BROUGHT_BACK.in(visit.language(), rows.getAsInt()))
              : ConsolePages.bad(StateWords.NOT_BROUGHT_BACK.in(visit.language()));
        });
  }

  Response zero(Visit visit) {
    return with(
        visit,
        desk ->
            did(visit, Deed.SCALE_ZEROED, desk.zeroScale())
                ? ConsolePages.good(StateWords.ZEROED.in(visit.language()))
                : ConsolePages.bad(StateWords.NO_SCALE.in(visit.language())));
  }

  Response slots(Visit visit) {
    return with(
        visit,
        desk ->
            did(visit, Deed.SLOTS_SERVICED, desk.slotsServiced())
                ? ConsolePages.good(StateWords.SLOTS_ON.in(visit.language()))
                : ConsolePages.bad(StateWords.NO_SLOTS.in(visit.language())));
  }

  Response restart(Visit visit) {
    return with(
        visit,
        desk ->
            did(visit, Deed.RESTARTED, desk.restart())
                ? ConsolePages.good(StateWords.RESTARTING.in(visit.language()))
                : ConsolePages.bad(StateWords.NO_RESTART.in(visit.language())));
  }

  private boolean did(Visit visit, Deed deed, boolean done) {
    if (done) {
      shown.did(visit, deed, "");
    }
    return done;
  }

  /** Whoever is at the console gives the PIN once more before it is changed. */
  Response newPin(Visit visit) {
    Language language = visit.language();
    String fresh = visit.field("fresh");
    boolean same = fresh.equals(visit.field("again"));
    String said;
    try {
      boolean changed = same && sessions.change(visit.who(), visit.field("old"), fresh);
      if (changed) {
        shown.did(visit, Deed.PIN_CHANGED, "");
      }
      said =
          changed
              ? ConsolePages.good(StateWords.CHANGED.in(language))
              : ConsolePages.bad(StateWords.NOT_CHANGED.in(language));
    } catch (IOException e) {
      LOG.error("console: the PIN is not changed: {}", e.toString());
      said = ConsolePages.bad(StateWords.NOT_WRITTEN.in(language));
    }
    return page(visit, said);
  }

  private Response with(Visit visit, Function<StateDesk, String> act) {
    return page(visit, shown.get().state().map(act).orElse(""));
  }

  private Response page(Visit visit, String said) {
    Language language = visit.language();
    StringBuilder body = new StringBuilder();
    body.append(ConsolePages.nav(language, ConsolePages.STATE, shown)).append(said);
    shown.get().state().ifPresent(desk -> told(body, desk, visit));
    body.append(pinForm(visit)).append(ConsolePages.leave(language, visit.form()));
    shown.get().state().ifPresent(desk -> log(body, desk, language));
    return Response.html(
        200, ConsolePages.shell(language, StateWords.STATE.in(language), body.toString()));
  }

  private void told(StringBuilder body, StateDesk desk, Visit visit) {
    Language language = visit.language();
    StateDesk.State state = desk.state();
    body.append("<section><dl>");
    List<String> addresses = state.machine().addresses();
    ConsolePages.row(
        body,
        StateWords.NETWORK.in(language),
        addresses.isEmpty() ? StateWords.NO_NETWORK.in(language) : String.join(", ", addresses));
    collector(body, state.collector(), language);
    for (StateDesk.Provider provider : state.providers()) {
      ConsolePages.row(
          body, Words.provider(provider.name(), language), reached(provider).in(language));
    }
    machine(body, state.machine(), language);
    body.append("</dl></section><section><h2>")
        .append(StateWords.ACTS.in(language))
        .append("</h2><form method=post class=acts>")
        .append(ConsolePages.hidden("form", visit.form()));
    act(body, "check-goods", StateWords.CHECK_GOODS.in(language));
    act(body, "zero-scale", StateWords.ZERO_SCALE.in(language));
    act(body, "slots-serviced", StateWords.SLOTS_SERVICED.in(language));
    if (state.collector().refused() > 0) {
      act(body, "bring-back", StateWords.BRING_BACK.in(language));
    }
    act(body, "restart", StateWords.RESTART.in(language));
    body.append("</form></section>");
  }

  private static void act(StringBuilder to, String act, String label) {
    to.append("<button name=do value=").append(act).append('>').append(label).append("</button>");
  }

  private static void collector(
      StringBuilder to, StateDesk.Collector collector, Language language) {
    String how =
        (collector.online() ? StateWords.CONNECTED : StateWords.NOT_CONNECTED).in(language);
    ConsolePages.row(
        to,
        StateWords.COLLECTOR.in(language),
        collector
            .trouble()
            .map(why -> StateWords.BECAUSE.in(language, how, UplinkWords.of(why).in(language)))
            .orElse(how));
    ConsolePages.row(
        to, StateWords.WAITING.in(language), StateWords.ROWS.in(language, collector.waiting()));
    if (collector.refused() > 0) {
      ConsolePages.row(
          to,
          StateWords.REFUSED.in(language),
          StateWords.REFUSED_HOW.in(language, collector.refused()));
    }
  }

  private static Phrase reached(StateDesk.Provider provider) {
    Optional<Boolean> reached = provider.reached();
    if (reached.isEmpty()) {
      return StateWords.NOT_ASKED;
    }
    if (reached.get()) {
      return StateWords.REACHED;
    }
    return provider.name().equals(NexoProvider.NAME)
        ? StateWords.CARD_TERMINAL_AWAY
        : StateWords.NOT_REACHED;
  }

  private void machine(StringBuilder to, StateDesk.Machine machine, Language language) {
    String now = TIME.format(clock.instant().atZone(zone)) + " " + zone;
    String told =
        machine
            .clockAhead()
            .map(
                ahead ->
                    ahead.abs().compareTo(NEAR) < 0
                        ? StateWords.CLOCK_RIGHT.in(language, now)
                        : StateWords.CLOCK_OFF.in(language, now, ahead.toSeconds()))
            .orElseGet(() -> StateWords.CLOCK_ALONE.in(language, now));
    ConsolePages.row(to, StateWords.CLOCK.in(language), told);
    ConsolePages.row(
        to,
        StateWords.VERSION.in(language),
        StateWords.BUILT.in(
            language,
            machine.build().version(),
            TIME.format(machine.build().built().atZone(zone))));
    ConsolePages.row(
        to, StateWords.SINCE.in(language), TIME.format(machine.started().atZone(zone)));
    ConsolePages.row(
        to, StateWords.DISK.in(language), StateWords.FREE.in(language, machine.freeBytes() >> 20));
  }

  private static String pinForm(Visit visit) {
    Language language = visit.language();
    StringBuilder form = new StringBuilder();
    form.append("<section><h2>").append(StateWords.NEW_PIN.in(language)).append("</h2>");
    if (!visit.who().equals(Sessions.NOBODY_NAMED)) {
      String who = ConsolePages.escaped(visit.who());
      form.append("<p class=soft>").append(PinWords.SIGNED_IN.in(language, who)).append("</p>");
    }
    form.append("<form method=post>").append(ConsolePages.hidden("form", visit.form()));
    field(form, "old", StateWords.OLD.in(language));
    field(form, "fresh", StateWords.FRESH.in(language));
    field(form, "again", StateWords.AGAIN.in(language));
    form.append("<button name=do value=new-pin>")
        .append(StateWords.NEW_PIN.in(language))
        .append("</button></form></section>");
    return form.toString();
  }

  private static void field(StringBuilder to, String name, String label) {
    to.append("<label>")
        .append(label)
        .append("<input name=")
        .append(name)
        .append(" type=password inputmode=numeric autocomplete=off required></label>");
  }

  private static void log(StringBuilder to, StateDesk desk, Language language) {
    to.append("<section><h2>")
        .append(StateWords.LOG.in(language))
        .append("</h2>")
        .append(lines(desk.log()))
        .append("</section>");
  }

  private static String lines(List<String> lines) {
    return "<pre class=log>" + ConsolePages.escaped(String.join("\n", lines)) + "</pre>";
  }
}
