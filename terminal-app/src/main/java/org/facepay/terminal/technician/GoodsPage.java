package org.facepay.terminal.technician;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of goods: what is sold, and how another list is brought in. */
record GoodsPage(Console.Shown shown) implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(GoodsPage.class);

  /** So many of each change are named; the others are counted. */
  private static final int NAMED = 20;

  /** What the page's address answers where there are no goods to be had. */
  private interface Work {
    String on(GoodsImport goods) throws IOException;
  }

  @Override
  public Response answer(Visit visit) {
    return page(visit, _ -> "");
  }

  /** Reads the list that was uploaded and says what it would bring. */
  Response upload(Visit visit) {
    byte[] list = visit.file().orElse(new byte[0]);
    return page(
        visit,
        goods ->
            list.length == 0
                ? ConsolePages.bad(GoodsWords.NO_FILE.in(visit.language()))
                : report(visit, goods.lay(list), goods.currency()));
  }

  Response tooLarge(Visit visit) {
    return page(visit, _ -> ConsolePages.bad(GoodsWords.TOO_LARGE.in(visit.language())));
  }

  /** Takes the list that was read. */
  Response take(Visit visit) {
    return page(
        visit,
        goods -> {
          Optional<GoodsImport.Report> taken = goods.take(visit.field("digest"), visit.who());
          if (taken.isEmpty()) {
            return ConsolePages.bad(GoodsWords.GONE_STALE.in(visit.language()));
          }
          return taken.get().digest().isEmpty()
              ? report(visit, taken.get(), goods.currency())
              : ConsolePages.good(GoodsWords.TAKEN.in(visit.language()));
        });
  }

  private Response page(Visit visit, Work work) {
    Language language = visit.language();
    StringBuilder body = new StringBuilder(ConsolePages.nav(language, ConsolePages.GOODS, shown));
    shown.get().workshop().ifPresent(shop -> body.append(body(visit, shop.goods(), work)));
    return Response.html(
        200, ConsolePages.shell(language, GoodsWords.GOODS.in(language), body.toString()));
  }

  private String body(Visit visit, GoodsImport goods, Work work) {
    String said;
    try {
      said = work.on(goods);
    } catch (IOException e) {
      LOG.error("console: the list of goods is not taken: {}", e.toString());
      said = ConsolePages.bad(GoodsWords.NOT_WRITTEN.in(visit.language()));
    }
    return said + now(visit.language(), goods) + form(visit);
  }

  private static String now(Language language, GoodsImport goods) {
    StringBuilder rows = new StringBuilder();
    ConsolePages.row(
        rows, GoodsWords.SOLD_NOW.in(language), GoodsWords.KINDS.in(language, goods.articles()));
    ConsolePages.row(
        rows,
        GoodsWords.LAST_LIST.in(language),
        Files.exists(goods.before())
            ? String.valueOf(goods.before().getFileName())
            : GoodsWords.NONE_BEFORE.in(language));
    String waits =
        goods.pending() ? "<p class=note>" + GoodsWords.PENDING.in(language) + "</p>" : "";
    return waits + "<section><dl>" + rows + "</dl></section>";
  }

  private static String form(Visit visit) {
    Language language = visit.language();
    return """
        <section><h2>%s</h2><p class=soft>%s</p><form method=post action="%s?lang=%s" enctype="multipart/form-data">%s
        <label>%s<input name=list type=file accept=".tsv,.txt,text/plain,text/tab-separated-values" required></label>
        <button name=do value=read>%s</button></form></section>
        """
        .formatted(
            GoodsWords.BRING_IN.in(language),
            GoodsWords.HOW.in(language),
            ConsolePages.GOODS,
            language.code(),
            ConsolePages.hidden("form", visit.form()),
            GoodsWords.FILE.in(language),
            GoodsWords.READ.in(language));
  }

  private static String report(Visit visit, GoodsImport.Report report, Currency currency) {
    Language language = visit.language();
    if (report.digest().isEmpty()) {
      return ConsolePages.bad(GoodsWords.BAD.in(language))
          + "<section><h2>%s</h2><pre class=faults>%s</pre></section>"
              .formatted(
                  GoodsWords.FAULTS.in(language),
                  ConsolePages.escaped(lines(language, report.problems())));
    }
    GoodsImport.Changes changes = report.changes();
    StringBuilder page = new StringBuilder("<section>");
    page.append(ConsolePages.good(GoodsWords.FINE.in(language, report.articles()))).append("<dl>");
    count(page, language, GoodsWords.PRICED, changes.priced());
    count(page, language, GoodsWords.FRESH, changes.fresh());
    count(page, language, GoodsWords.GONE, changes.gone());
    count(page, language, GoodsWords.UNREACHABLE, report.notes());
    page.append("</dl>").append(choice(visit, report));
    changed(
        page, language, GoodsWords.PRICED, changes.priced(), p -> priced(language, p, currency));
    changed(page, language, GoodsWords.FRESH, changes.fresh(), p -> named(language, p));
    changed(page, language, GoodsWords.GONE, changes.gone(), p -> named(language, p));
    changed(
        page,
        language,
        GoodsWords.UNREACHABLE,
        report.notes(),
        note -> ConsolePages.escaped(note.in(language)));
    return page.append("</section>").toString();
  }

  private static String lines(Language language, List<Sentence> lines) {
    return lines.stream().map(line -> line.in(language)).collect(Collectors.joining("\n"));
  }

  private static void count(StringBuilder to, Language language, Phrase what, List<?> all) {
    ConsolePages.row(to, what.in(language), GoodsWords.KINDS.in(language, all.size()));
  }

  private static String choice(Visit visit, GoodsImport.Report report) {
    Language language = visit.language();
    return """
        <form method=post action="%s?lang=%s" class=acts>%s%s
        <button class=primary name=do value=take>%s</button><button name=do value=keep>%s</button></form>
        """
        .formatted(
            ConsolePages.GOODS,
            language.code(),
            ConsolePages.hidden("form", visit.form()),
            ConsolePages.hidden("digest", report.digest()),
            GoodsWords.TAKE.in(language, report.articles()),
            GoodsWords.KEEP.in(language));
  }

  private static <T> void changed(
      StringBuilder to, Language language, Phrase what, List<T> all, Function<T, String> line) {
    if (all.isEmpty()) {
      return;
    }
    to.append("<h3>")
        .append(what.in(language))
        .append(" <small>")
        .append(GoodsWords.KINDS.in(language, all.size()))
        .append("</small></h3><ul class=audit>");
    all.stream().limit(NAMED).forEach(one -> to.append("<li>").append(line.apply(one)));
    if (all.size() > NAMED) {
      to.append("<li>").append(GoodsWords.MORE.in(language, all.size() - NAMED));
    }
    to.append("</ul>");
  }

  private static String priced(Language language, GoodsImport.Priced priced, Currency currency) {
    return named(language, priced.now())
        + " <b class=money>"
        + money(priced.before(), currency)
        + " → "
        + money(priced.now(), currency)
        + "</b>";
  }

  private static String named(Language language, Product product) {
    String name = language.choose(product.zh(), product.en()).name();
    return ConsolePages.escaped(name) + " <small>" + product.code() + "</small>";
  }

  private static String money(Product product, Currency currency) {
    return ConsolePages.money(new Money(product.price(), currency));
  }
}
