package org.facepay.terminal.lab.shop;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * What a simulated camera films: one of the demo's people swaying a little before it, with the
 * noise of a sensor, as numbered pictures in a folder.
 */
public final class FaceClip {
  private static final int FRAMES = 20;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  /** How far the picture moves to each side, in pixels. */
  private static final int SWAY = 8;

  private static final double NOISE = 2.5;

  private FaceClip() {}

  /** Somebody of the demo. */
  public enum Person {
    /** The member, as the camera sees her. */
    ANNA("anna-at-the-till"),
    /** The member, on the picture she joined with. */
    ANNA_JOINED("anna-joined"),
    /** No member. */
    STRANGER("stranger-at-the-till");

    private final String name;

    Person(String name) {
      this.name = name;
    }

    /** The picture, as a JPEG. */
    public InputStream open() throws IOException {
      InputStream picture = FaceClip.class.getResourceAsStream("faces/" + name + ".jpg");
      if (picture == null) {
        throw new IOException("the demo's picture " + name + " is missing from the program");
      }
      return picture;
    }
  }

  /** Films a person of the demo into the folder. */
  public static void film(Person person, Path folder) throws IOException {
    try (InputStream picture = person.open()) {
      film(ImageIO.read(picture), folder);
    }
  }

  /** Films any picture into the folder, in place of what was filmed before. */
  public static void film(BufferedImage picture, Path folder) throws IOException {
    Files.createDirectories(folder);
    BufferedImage scene = scene(picture);
    Random random = new Random(20_261_122);
    for (int n = 0; n < FRAMES; n++) {
      double turn = 2 * Math.PI * n / FRAMES;
      int right = (int) Math.round(SWAY * (1 + Math.sin(turn)));
      int down = (int) Math.round(SWAY * (1 + Math.cos(2 * turn)));
      BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D g = frame.createGraphics();
      g.drawImage(scene, -right, -down, null);
      g.dispose();
      noise(((DataBufferByte) frame.getRaster().getDataBuffer()).getData(), random);
      ImageIO.write(frame, "png", folder.resolve("%03d.png".formatted(n)).toFile());
    }
  }

  /** The picture in a size that leaves room to sway, its middle in the middle. */
  private static BufferedImage scene(BufferedImage picture) {
    int width = WIDTH + 2 * SWAY;
    int height = HEIGHT + 2 * SWAY;
    double scale =
        Math.max((double) width / picture.getWidth(), (double) height / picture.getHeight());
    int scaledWidth = (int) Math.ceil(picture.getWidth() * scale);
    int scaledHeight = (int) Math.ceil(picture.getHeight() * scale);
    BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = scene.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(
        picture,
        (width - scaledWidth) / 2,
        (height - scaledHeight) / 2,
        scaledWidth,
        scaledHeight,
        null);
    g.dispose();
    return scene;
  }

  private static void noise(byte[] pixels, Random random) {
    for (int i = 0; i < pixels.length; i++) {
      int noisy = (pixels[i] & 0xff) + (int) Math.round(random.nextGaussian() * NOISE);
      pixels[i] = (byte) Math.clamp(noisy, 0, 255);
    }
  }
}
