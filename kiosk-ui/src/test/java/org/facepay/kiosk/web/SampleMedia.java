package org.facepay.kiosk.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.facepay.kiosk.screen.Screen;

/** What plays in the tests: a poster that is drawn, and whatever else a test puts there. */
final class SampleMedia implements Media {
  private static final String POSTER = "poster.png";

  final Map<String, Path> files = new ConcurrentHashMap<>();
  final Queue<String> unplayable = new ConcurrentLinkedQueue<>();

  /** With the poster in this folder. */
  static SampleMedia in(Path folder) throws IOException {
    SampleMedia media = new SampleMedia();
    Path poster = folder.resolve(POSTER);
    if (!Files.exists(poster)) {
      Path drawn = Files.createTempFile(folder, "poster", ".png");
      ImageIO.write(drawn(), "png", drawn.toFile());
      Files.move(drawn, poster, StandardCopyOption.REPLACE_EXISTING);
    }
    media.files.put(POSTER, poster);
    return media;
  }

  static Screen.Playing poster() {
    return new Screen.Playing(POSTER, Screen.MediaKind.PICTURE, HOME + POSTER);
  }

  private static BufferedImage drawn() {
    BufferedImage picture = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(0xf5, 0xd9, 0x8a));
    pen.fillRect(0, 0, 1200, 900);
    pen.setColor(new Color(0xb3, 0x26, 0x1e));
    pen.fillOval(350, 200, 500, 500);
    pen.dispose();
    return picture;
  }

  @Override
  public Optional<Path> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public void unplayable(String name) {
    unplayable.add(name);
  }
}
