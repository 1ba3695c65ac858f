package org.facepay.vision.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk, and what is left of it after a withdrawal. */
class TemplateStoreTest {
  private static final String WANG = "member-wang-0001";

  @TempDir Path folder;
  private final float[] face = GalleryTest.template(new Random(1), 512);

  private Path file() {
    return folder.resolve("faces.db");
  }

  private Path keyFile() {
    return folder.resolve("faces.key");
  }

  @Test
  void keepsTemplatesSealed() throws Exception {
    GalleryKey key = GalleryKey.create(keyFile());
    try (TemplateStore store = new TemplateStore(file(), key)) {
      store.add(WANG, face);
      store.add("li", GalleryTest.template(new Random(2), 512));
    }
    try (TemplateStore store = new TemplateStore(file(), GalleryKey.read(keyFile()))) {
      assertEquals(WANG, store.all().getFirst().member());
      assertArrayEquals(face, store.all().getFirst().template());
      assertFalse(store.all().toString().contains(WANG));
    }
    assertFalse(onDisk().contains(WANG), "the name is not readable in the file");
  }

  @Test
  void aWithdrawalLeavesATombstoneAndNothingElse() throws Exception {
    GalleryKey key = GalleryKey.create(keyFile());
    try (TemplateStore store = new TemplateStore(file(), key)) {
      store.add(WANG, face);
      byte[] sealed = sealed();
      assertTrue(onDisk().contains(new String(sealed, StandardCharsets.ISO_8859_1)));
      assertEquals(1, store.forget(WANG, Instant.EPOCH));
      assertFalse(
          onDisk().contains(new String(sealed, 0, 64, StandardCharsets.ISO_8859_1)),
          "the sealed template is overwritten");
      assertEquals(0, store.count());
      assertEquals(1, store.tombstones());
      assertEquals(0, store.forget("nobody", Instant.EPOCH));
    }
  }

  @Test
  void anotherKeyAMissingKeyAndAnOpenKeyOpenNothing() throws Exception {
    try (TemplateStore store = new TemplateStore(file(), GalleryKey.create(keyFile()))) {
      store.add(WANG, face);
    }
    GalleryKey other = GalleryKey.create(folder.resolve("other.key"));
    try (TemplateStore store = new TemplateStore(file(), other)) {
      assertTrue(assertThrows(GalleryException.class, store::all).getMessage().contains("key"));
    }
    assertThrows(GalleryException.class, () -> GalleryKey.read(folder.resolve("none.key")));
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(
        assertThrows(GalleryException.class, () -> GalleryKey.read(keyFile()))
            .getMessage()
            .contains("chmod 600"));
    Files.writeString(folder.resolve("other.key"), "no key");
    assertThrows(GalleryException.class, () -> GalleryKey.read(folder.resolve("other.key")));
  }

  @Test
  void aChangedTemplateAndADamagedFileAreNotBelieved() throws Exception {
    GalleryKey key = GalleryKey.create(keyFile());
    try (TemplateStore store = new TemplateStore(file(), key)) {
      store.add(WANG, face);
    }
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.execute("UPDATE template SET sealed = sealed || x'00'");
    }
    try (TemplateStore store = new TemplateStore(file(), key)) {
      assertThrows(GalleryException.class, store::all);
    }
    Path broken = Files.write(folder.resolve("broken.db"), new byte[10_000]);
    assertThrows(GalleryException.class, () -> new TemplateStore(broken, key).close());
  }

  private byte[] sealed() throws Exception {
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT substr(sealed, 1, 64) FROM template")) {
      row.next();
      return row.getBytes(1);
    }
  }

  /** Everything in the database's files, one character a byte. */
  private String onDisk() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String side : new String[] {"", "-wal"}) {
      Path part = folder.resolve("faces.db" + side);
      if (Files.exists(part)) {
        all.append(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
