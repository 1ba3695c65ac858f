package org.facepay.terminal.world.members;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.facepay.terminal.files.KeyFolder;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.member.Templates;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.provider.agreement.AgreementNumber;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.GalleryKey;
import org.facepay.vision.gallery.TemplateStore;

/**
 * Members and their templates under one key, in a terminal's data folder. The key lies beside the
 * databases here; a provisioned terminal keeps it on another partition.
 */
public final class MemberFiles implements AutoCloseable {
  private final TemplateStore templates;
  private final MemberStore members;

  private MemberFiles(TemplateStore templates, MemberStore members) {
    this.templates = templates;
    this.members = members;
  }

  /** Opens the folder's databases, or makes them and their key. */
  public static MemberFiles open(Path data, Terms terms, Instant now)
      throws MemberException, IOException {
    return open(data, key(data), terms, now);
  }

  /**
   * Opens the folder's databases with the key of another place. A key is made only where there are
   * no members yet: another key than theirs would open nothing.
   */
  public static MemberFiles open(Path data, Path file, Terms terms, Instant now)
      throws MemberException, IOException {
    try {
      return opened(data, file, terms, now);
    } catch (GalleryException e) {
      throw unusable(e);
    }
  }

  private static MemberFiles opened(Path data, Path file, Terms terms, Instant now)
      throws GalleryException, MemberException, IOException {
    Files.createDirectories(data);
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!Files.exists(file) && Files.exists(data.resolve("faces.db"))) {
      throw new MemberException(
          "the key %s is missing; put it back from its backup, or delete faces.db and members.db beside it and let everybody join anew"
              .formatted(file));
    }
    GalleryKey key = Files.exists(file) ? GalleryKey.read(file) : GalleryKey.create(file);
    return opened(data, key, terms, now);
  }

  private static MemberFiles opened(Path data, GalleryKey key, Terms terms, Instant now)
      throws GalleryException, MemberException {
    TemplateStore templates = new TemplateStore(data.resolve("faces.db"), key);
    try {
      return new MemberFiles(
          templates,
          new MemberStore(
              data.resolve("members.db"),
              new Seal(key),
              port(templates, agreements(data), new Seal(key)),
              terms,
              now));
    } catch (MemberException e) {
      templates.close();
      throw e;
    }
  }

  public TemplateStore templates() {
    return templates;
  }

  public MemberStore members() {
    return members;
  }

  @Override
  public void close() throws MemberException {
    try (templates;
        members) {
      // closed in reverse order, whatever fails
    } catch (GalleryException e) {
      throw unusable(e);
    }
  }

  /** How many templates each member has; the templates are wiped from memory. */
  public static Map<String, Integer> counts(TemplateStore store) throws GalleryException {
    Map<String, Integer> counts = new TreeMap<>();
    for (TemplateStore.Stored stored : store.all()) {
      counts.merge(stored.member(), 1, Integer::sum);
      Arrays.fill(stored.template(), 0);
    }
    return counts;
  }

  /**
   * Keeps a member's agreement with a wallet, made where the wallet makes them, instead of the one
   * before.
   */
  public static void sign(Path data, String member, AgreementNumber number, Instant now)
      throws IOException {
    Vault vault = vault(data, key(data));
    try (Agreements agreements = new Agreements(agreements(data), vault)) {
      agreements.sign(member, number, now);
    }
  }

  /** Where the key is when nothing else is said. */
  public static Path key(Path data) {
    return KeyFolder.beside(data, "faces.key");
  }

  /** Where the members' agreements with their wallets are kept. */
  public static Path agreements(Path data) {
    return data.resolve("agreements.db");
  }

  /**
   * The seal of everything that is personal.
   *
   * @throws IOException when the key is missing although there are members, or is none
   */
  public static Vault vault(Path data, Path file) throws IOException {
    return Seal.under(file, data.resolve("faces.db"));
  }

  /** With a member's face goes the agreement to pay by it. */
  private static Templates port(TemplateStore store, Path agreements, Vault vault) {
    return new Templates() {
      @Override
      public void add(String member, float[] template) throws MemberException {
        try {
          store.add(member, template);
        } catch (GalleryException e) {
          throw unusable(e);
        }
      }

      @Override
      public int forget(String member, Instant at) throws MemberException {
        try {
          if (Files.exists(agreements)) {
            try (Agreements signed = new Agreements(agreements, vault)) {
              signed.forget(member);
            }
          }
          return store.forget(member, at);
        } catch (GalleryException e) {
          throw unusable(e);
        } catch (IOException e) {
          throw new MemberException(String.valueOf(e.getMessage()), e);
        }
      }

      @Override
      public Map<String, Integer> counts() throws MemberException {
        try {
          return MemberFiles.counts(store);
        } catch (GalleryException e) {
          throw unusable(e);
        }
      }
    };
  }

  /** A template store that cannot be used is said of the members. */
  public static MemberException unusable(GalleryException e) {
    return new MemberException(String.valueOf(e.getMessage()), e);
  }
}
