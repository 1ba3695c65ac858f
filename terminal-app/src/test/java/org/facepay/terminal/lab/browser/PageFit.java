package org.facepay.terminal.lab.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Holds a page of staff to its glass, and leaves a picture where FACEPAY_PICTURES says. */
public final class PageFit {
  /** What is cut off, covered, outside or too small; empty when nothing is. */
  private static final String WRONG =
      """
      (root => {
        const wrong = [];
        const seen = [...document.querySelectorAll(root + ' *')].filter(e => e.getClientRects().length);
        const name = e => e.tagName + '.' + e.className + ' ' + e.innerText?.slice(0, 30);
        if (document.documentElement.scrollWidth > innerWidth) wrong.push('wider than the glass');
        for (const e of seen) {
          const r = e.getBoundingClientRect();
          if (!e.children.length && e.scrollWidth > e.clientWidth + 1 && e.clientWidth && !e.matches('input'))
            wrong.push('cut off: ' + name(e));
          if (r.left < -1 || r.right > innerWidth + 1) wrong.push('outside: ' + name(e));
          if (e.matches('button') && r.height < 47) wrong.push('small: ' + name(e));
        }
        const texts = seen.filter(e => !e.children.length && e.innerText?.trim() && !e.closest('footer'));
        const over = (a, b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
        for (let i = 0; i < texts.length; i++)
          for (let j = i + 1; j < texts.length; j++)
            if ([...texts[i].getClientRects()].some(a => [...texts[j].getClientRects()].some(b => over(a, b))))
              wrong.push('over one another: ' + name(texts[i]) + ' / ' + name(texts[j]));
        return wrong;
      })('%s')
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private PageFit() {}

  /**
   * Fails with what does not fit.
   *
   * @param root selector of what is looked at
   * @param what names the picture
   */
  public static void holds(Chromium page, String root, String what) throws Exception {
    page.await("its style", "document.readyState === 'complete'", PATIENCE);
    String folder = System.getenv("FACEPAY_PICTURES");
    if (folder != null) {
      page.screenshot(Files.createDirectories(Path.of(folder)).resolve(what + ".png"));
    }
    List<String> wrong = new ArrayList<>();
    for (JsonNode one : page.evaluate(WRONG.formatted(root))) {
      wrong.add(one.asText());
    }
    assertEquals(List.of(), wrong, what);
  }
}
