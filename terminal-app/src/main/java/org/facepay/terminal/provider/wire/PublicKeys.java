package org.facepay.terminal.provider.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that a wallet signs with. While a key is exchanged there are two: the file holds both,
 * one after the other as PEM, and is read again without a restart when a signature is none of the
 * keys in hand and the file has changed. Thread-safe.
 */
public interface PublicKeys {

  /** Whether one of the keys made the signature. */
  boolean verify(String text, String signature);

  /** One key that never changes. */
  static PublicKeys of(PublicKey key) {
    return (text, signature) -> Rsa.verify(text, signature, key);
  }

  /**
   * The keys of a file.
   *
   * @throws IOException when there is anything but one or two RSA public keys in it
   */
  static PublicKeys inFile(Path file) throws IOException {
    return new InFile(file, System::nanoTime);
  }

  /** Keys that follow their file. */
  final class InFile implements PublicKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PublicKeys.class);

    /** A forger's signatures must not become a read for each. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private final Path file;
    private final LongSupplier nanos;
    private volatile List<PublicKey> keys;
    private FileState state;
    private long lastLookNanos;

    /** What tells that a file has changed. */
    private record FileState(long modified, long size) {
      static FileState of(Path file) throws IOException {
        return new FileState(
            Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS), Files.size(file));
      }
    }

    InFile(Path file, LongSupplier nanos) throws IOException {
      this.file = file;
      this.nanos = nanos;
      this.state = FileState.of(file);
      this.keys = Rsa.publicKeys(file);
      this.lastLookNanos = nanos.getAsLong() - BETWEEN_READS.toNanos();
    }

    @Override
    public boolean verify(String text, String signature) {
      return byAny(text, signature) || (readAgain() && byAny(text, signature));
    }

    private boolean byAny(String text, String signature) {
      for (PublicKey key : keys) {
        if (Rsa.verify(text, signature, key)) {
          return true;
        }
      }
      return false;
    }

    /** Whether the file had changed; one that cannot be read leaves the keys as they are. */
    private synchronized boolean readAgain() {
      long now = nanos.getAsLong();
      if (now - lastLookNanos < BETWEEN_READS.toNanos()) {
        return false;
      }
      lastLookNanos = now;
      try {
        FileState found = FileState.of(file);
        if (found.equals(state)) {
          return false;
        }
        keys = Rsa.publicKeys(file);
        state = found;
        LOG.info("{}: {} public keys, read again", file, keys.size());
        return true;
      } catch (IOException e) {
        LOG.warn("the keys in hand are kept: {}", e.getMessage());
        return false;
      }
    }
  }
}
