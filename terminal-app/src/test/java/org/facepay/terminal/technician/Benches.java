package org.facepay.terminal.technician;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.GoodsSettings;
import org.facepay.terminal.catalogue.ProductStore;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.PastSale;

/** A workshop whose badges and camera tests look into; its goods are real files. */
final class Benches {
  static final String LINE = "6901234567892\t可乐\t330 毫升\tCola\t330 ml\t%s\t%s\t%s\tpiece\t13\t\n";

  static final String OTHER = "6900123400074\t茶\t\tTea\t\t5\t5\t5\tpiece\t13\t\n";

  final List<Outgoing> rows = new ArrayList<>();
  final List<String> done = new ArrayList<>();
  int renewals;
  Optional<Sentence> unsellable = Optional.empty();
  final Deeds deeds;

  Benches(InstantSource clock) {
    deeds = new Deeds("K3", rows::add, clock);
  }

  static String cola(String price) {
    return LINE.formatted(price, price, price);
  }

  GoodsSettings settings(Path folder) {
    return new GoodsSettings(
        folder.resolve("goods.tsv"),
        Optional.empty(),
        Currency.getInstance("CNY"),
        new Numbering(List.of(), ""));
  }

  /** A shop that sells cola for 3.50. */
  GoodsImport goods(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("goods.tsv"), cola("3.50"));
    try (ProductStore store = new ProductStore(data.resolve("pricebook.db"))) {
      boolean ignored = store.load(settings(folder).goods().products());
    } catch (CatalogueException e) {
      throw new IOException(e);
    }
    return new GoodsImport(settings(folder), data, this::unsellable, () -> renewals++, deeds);
  }

  private Optional<Sentence> unsellable(List<Product> products) {
    return unsellable;
  }

  final BadgeDesk badges =
      new BadgeDesk() {
        private final List<Badge> all =
            new ArrayList<>(List.of(new Badge("aa11", "小<李>"), new Badge("bb22", "Ana")));
        private Optional<String> awaited = Optional.empty();

        @Override
        public List<Badge> badges() {
          return List.copyOf(all);
        }

        @Override
        public Added add(String name, String code, String by) {
          done.add("add " + name + " " + code);
          return code.startsWith("FPA-") ? Added.ADDED : Added.NO_BADGE;
        }

        @Override
        public Added await(String name, String by) {
          awaited = Optional.of(name);
          return Added.AWAITED;
        }

        @Override
        public Optional<String> awaited() {
          return awaited;
        }

        @Override
        public Optional<String> revoke(String id, String by) {
          Optional<Badge> badge = all.stream().filter(b -> b.id().equals(id)).findFirst();
          badge.ifPresent(all::remove);
          return badge.map(Badge::name);
        }
      };

  List<Integer> givenBack = List.of();

  final VisitDesk visits =
      new VisitDesk() {
        private Optional<Verdict> verdict = Optional.empty();

        private Entry entry() {
          Instant at = Instant.parse("2026-11-30T10:00:00Z");
          Money charged = new Money(890, Currency.getInstance("CNY"));
          return new Entry("7ABC", at, Why.DISPUTED, charged, verdict);
        }

        @Override
        public List<Entry> visits() {
          return List.of(entry());
        }

        @Override
        public Optional<Sheet> visit(String name) throws IOException {
          if (name.equals("BROKEN")) {
            throw new IOException("line 3: <no number>");
          }
          Curve curve = new Curve("S<1>", new long[] {0, 500, 900}, new double[] {0, -330, -330});
          return name.equals("7ABC")
              ? Optional.of(
                  new Sheet(
                      entry(),
                      List.of("可乐<b> ×1"),
                      List.of(new Line("可乐<b>", 1, 0.912)),
                      0.9,
                      List.of(curve),
                      100,
                      800,
                      bill()))
              : Optional.empty();
        }

        private Optional<PastSale> bill() {
          PastSale.PastLine line =
              new PastSale.PastLine(
                  1, "7", "可乐<b>", "Cola<b>", "", "×2", 1_780, false, new PastSale.Pieces(2, 0));
          return verdict.isEmpty()
              ? Optional.of(new PastSale("K3_1_7ABC_1", "alipay", "CNY", 1_780, 0, List.of(line)))
              : Optional.empty();
        }

        @Override
        public boolean looked(String name, Verdict said, List<Integer> back, String by) {
          verdict = Optional.of(said);
          givenBack = back;
          return name.equals("7ABC");
        }
      };

  Optional<CameraDesk.Sight> sight =
      Optional.of(
          new CameraDesk.Sight(
              Optional.of(new byte[] {(byte) 0xff, (byte) 0xd8}),
              true,
              Optional.of(Screen.Guidance.COME_CLOSER),
              Optional.empty()));

  final CameraDesk camera =
      new CameraDesk() {
        private int degrees;

        @Override
        public Optional<Sight> sight() {
          done.add("sight");
          return sight;
        }

        @Override
        public int rotation() {
          return degrees;
        }

        @Override
        public boolean turn(int to, String by) {
          boolean can = to % 90 == 0 && to >= 0 && to < 360;
          degrees = can ? to : degrees;
          return can;
        }
      };
}
