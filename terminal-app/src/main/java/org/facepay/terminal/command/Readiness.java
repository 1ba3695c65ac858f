package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.GoodsFile;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.provider.card.CardTerminal;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.WechatAccount;
import org.facepay.terminal.provider.wire.ClientCertificate;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.technician.Pin;
import org.facepay.terminal.world.reading.Badges;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.GalleryKey;

/**
 * Whether the files that a configuration names can be used: the goods, the recalls, the badges and
 * every key are read, as a terminal would at its start, and nothing is written.
 */
public final class Readiness {
  private final TerminalConfig config;
  private final List<String> problems = new ArrayList<>();
  private int goods;
  private int recalls;
  private int badges;
  private int keys;

  /** A file that is read, and what is wrong with it if it cannot be. */
  private interface Reading {
    void read() throws IOException, CatalogueException;
  }

  private Readiness(TerminalConfig config) {
    this.config = config;
  }

  /** Reads them all. */
  public static Readiness of(TerminalConfig config) {
    Readiness readiness = new Readiness(config);
    readiness.problems.addAll(loose(config));
    readiness.tried("catalogue", readiness::goods);
    readiness.tried("recalls", readiness::recalls);
    readiness.tried("refunds.badges", readiness::badges);
    readiness.alipay();
    readiness.wechat();
    readiness.others();
    return readiness;
  }

  /** What others than the terminal's user may use of its data and keys; sentences. */
  public static List<String> loose(TerminalConfig config) {
    List<String> loose = new ArrayList<>();
    try {
      loose.addAll(OwnerOnly.problems(config.data()));
      for (Path secret : config.secrets()) {
        loose.addAll(OwnerOnly.problem(secret));
      }
    } catch (IOException e) {
      loose.add("who may read the terminal's files cannot be told: " + e);
    }
    return loose;
  }

  /** One line each, beginning with the key of the configuration; empty when all can be used. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** How much was read. */
  @Override
  public String toString() {
    return "goods=%d recalls=%d badges=%d keys=%d".formatted(goods, recalls, badges, keys);
  }

  private void goods() throws CatalogueException {
    GoodsFile list = config.books().goods().goods();
    goods = list.products().size();
    list.unreachable().forEach(line -> problems.add("catalogue: " + line));
    String bag = config.books().goods().numbering().bag();
    String normal = config.books().goods().numbering().normal(bag);
    if (list.products().stream().noneMatch(p -> p.code().equals(normal))) {
      problems.add("checkout.bag: expected an article of the list of goods, found " + bag);
    }
  }

  private void recalls() throws CatalogueException {
    recalls = config.books().goods().recalled().all().size();
  }

  private void badges() throws IOException {
    if (config.people().badges().isPresent()) {
      badges = Badges.read(config.people().badges().get()).size();
    }
  }

  private void alipay() {
    key(
        "alipay.merchant-private-key",
        config.money().alipay().merchantKey(),
        () -> Rsa.privateKey(config.money().alipay().merchantKey()));
    key(
        "alipay.alipay-public-key",
        config.money().alipay().alipayKey(),
        () -> PublicKeys.inFile(config.money().alipay().alipayKey()));
  }

  private void wechat() {
    config.money().wechat().map(WechatAccount::files).ifPresent(this::wechat);
  }

  private void wechat(WechatAccount.Files files) {
    key(
        "wechat.merchant-private-key",
        files.merchantKey(),
        () -> Rsa.privateKey(files.merchantKey()));
    key("wechat.api-v3-key", files.apiKey(), () -> ApiV3Key.read(files.apiKey()));
    files.platformKey().ifPresent(k -> key("wechat.platform-key.file", k.file(), k::read));
    files
        .certificate()
        .ifPresent(
            file ->
                key(
                    "wechat.certificate",
                    file,
                    () -> {
                      PrivateKey key = Rsa.privateKey(files.merchantKey());
                      ClientCertificate.read(file, key, Instant.now());
                    }));
  }

  private void others() {
    if (config.money().agreement().isPresent() && config.people().members().isEmpty()) {
      problems.add("payments.agreement: expected the section members too");
    }
    config
        .money()
        .card()
        .flatMap(CardTerminal::key)
        .ifPresent(k -> key("payments.card.key.passphrase", k.passphrase(), k::read));
    config
        .people()
        .console()
        .ifPresent(c -> key("technician.pin", c.pin(), () -> Pin.read(c.pin())));
    config.people().members().ifPresent(m -> key("members.key", m.key(), () -> members(m.key())));
  }

  /** Made at the first start; missing afterwards it would open nobody's data. */
  private void members(Path key) throws IOException {
    if (Files.exists(key)) {
      try {
        GalleryKey.read(key);
      } catch (GalleryException e) {
        throw new IOException(e.getMessage(), e);
      }
    } else if (Files.exists(config.data().resolve("faces.db"))) {
      throw new IOException("the key " + key + " is missing; put it back from its backup");
    }
  }

  /** Of a key that others may read that alone is said. */
  private void key(String key, Path file, Reading reading) {
    if (loose(file)) {
      return;
    }
    int before = problems.size();
    tried(key, reading);
    keys += problems.size() == before && Files.exists(file) ? 1 : 0;
  }

  private boolean loose(Path file) {
    try {
      return config.secrets().contains(file) && !OwnerOnly.problem(file).isEmpty();
    } catch (IOException e) {
      return false; // reading it says why
    }
  }

  private void tried(String key, Reading reading) {
    try {
      reading.read();
    } catch (IOException | CatalogueException e) {
      problems.add(key + ": " + (e.getMessage() == null ? e : e.getMessage()));
    }
  }
}
