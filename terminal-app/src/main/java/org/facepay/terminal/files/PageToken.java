package org.facepay.terminal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secret that opens the shopper's page. */
public final class PageToken {
  private static final Logger LOG = LoggerFactory.getLogger(PageToken.class);
  private static final String TOKEN = "[A-Za-z0-9_-]{16,256}";

  private PageToken() {}

  /**
   * A page that is open keeps working over a restart, so the token is kept beside the journal, for
   * this user only. One that was cut short is made again; where none can be kept, the page stands
   * all the same, with another one each time.
   */
  public static Optional<String> in(Path data) {
    Path file = data.resolve("page.token");
    try {
      Files.createDirectories(data);
      String kept = Files.exists(file) ? Files.readString(file).strip() : "";
      if (kept.matches(TOKEN)) {
        return Optional.of(kept);
      }
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      SmallFile.write(file, made);
      return Optional.of(made);
    } catch (IOException e) {
      LOG.error("the page's token cannot be kept in {}: {}", file, e.toString());
      return Optional.empty();
    }
  }
}
