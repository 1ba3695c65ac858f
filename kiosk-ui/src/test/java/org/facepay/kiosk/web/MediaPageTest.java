package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.MediaKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plays while nobody is there: pictures, films, and what can be neither. */
class MediaPageTest extends PageTest {
  /** A second of film, made by the browser itself. */
  private static final String FILM =
      """
      async () => {
        const canvas = document.createElement('canvas');
        canvas.width = 64;
        canvas.height = 64;
        const pen = canvas.getContext('2d');
        const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
        const pieces = [];
        recorder.ondataavailable = e => pieces.push(e.data);
        const done = new Promise(resolve => (recorder.onstop = resolve));
        recorder.start();
        for (let i = 0; i < 25; i++) {
          pen.fillStyle = i % 2 ? '#b3261e' : '#f5d98a';
          pen.fillRect(0, 0, 64, 64);
          await new Promise(resolve => setTimeout(resolve, 40));
        }
        recorder.stop();
        await done;
        const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
        return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));
      }
      """;

  @TempDir Path folder;
  private SampleMedia media;

  @BeforeEach
  void fill() throws IOException {
    media = SampleMedia.in(folder);
    shopper.server.media(media);
  }

  private void plays(String item, MediaKind kind) {
    shopper.show(EN, new SampleScreens.Sample(new Screen.Playing(item, kind, Media.HOME + item)));
  }

  private void until(String holds) {
    page.waitForCondition(() -> (Boolean) page.evaluate(holds));
  }

  private void put(String name, byte[] bytes) throws IOException {
    media.files.put(name, Files.write(folder.resolve(name), bytes));
  }

  @Test
  void aHandOnThePictureIsTold() throws Exception {
    plays("poster.png", MediaKind.PICTURE);
    until("document.querySelector('.film img').naturalWidth === 1200");
    page.locator(".film").click();
    assertInstanceOf(Intent.StillHere.class, shopper.next("a touch"));
    assertTrue(media.unplayable.isEmpty());
  }

  @Test
  void aFilmPlaysWithoutSoundAndAgain() throws Exception {
    put("film.webm", Base64.getDecoder().decode((String) page.evaluate(FILM)));
    plays("film.webm", MediaKind.VIDEO);
    until("document.querySelector('video').currentTime > 0.2");
    assertEquals(true, page.evaluate("document.querySelector('video').muted"));
    until("document.querySelector('video').played.length > 0");
    assertTrue(media.unplayable.isEmpty());
  }

  @Test
  void whatIsBrokenIsToldAndNothingElseHappens() throws Exception {
    put("broken.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    plays("broken.png", MediaKind.PICTURE);
    page.waitForCondition(() -> media.unplayable.contains("broken.png"));
    put("broken.mp4", new byte[2_000]);
    plays("broken.mp4", MediaKind.VIDEO);
    page.waitForCondition(() -> media.unplayable.contains("broken.mp4"));
    shopper.complaints.clear();
  }

  @Test
  void whatMayNotPlayIsNotThere() {
    media.files.clear();
    plays("poster.png", MediaKind.PICTURE);
    page.waitForCondition(() -> media.unplayable.contains("poster.png"));
    Object status = page.evaluate("async () => (await fetch('/media/%2e%2e/poster.png')).status");
    assertEquals(404, status);
    shopper.complaints.clear();
  }

  @Test
  void aPartOfAFileIsServed() throws Exception {
    put("film.mp4", "0123456789".getBytes(StandardCharsets.US_ASCII));
    String fetched =
        """
        async range => {
          const answer = await fetch('/media/film.mp4', range ? { headers: { Range: range } } : {});
          return answer.status + ' ' + answer.headers.get('content-range') + ' ' + (await answer.text());
        }
        """;
    assertEquals("206 bytes 2-4/10 234", page.evaluate(fetched, "bytes=2-4"));
    assertEquals("206 bytes 7-9/10 789", page.evaluate(fetched, "bytes=7-"));
    assertEquals("206 bytes 7-9/10 789", page.evaluate(fetched, "bytes=7-99"));
    for (String whole : new String[] {"", "bytes=0-", "bytes=12-", "bytes=-3", "bytes=1-2,4-5"}) {
      assertEquals("200 null 0123456789", page.evaluate(fetched, whole), whole);
    }
    assertEquals(Optional.empty(), Media.NONE.file("film.mp4"));
  }
}
