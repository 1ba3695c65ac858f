package org.facepay.terminal.lab.shop;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Posters of the demo's shop, which play while nobody is there. */
public record DemoMedia(Path folder) {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 900;
  private static final String SECOND = "morning.png";

  /** Those of a shop. */
  public static DemoMedia of(DemoShop shop) {
    return new DemoMedia(shop.config().resolveSibling("media"));
  }

  /** All of them hang from now on. */
  public void hang() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("list.tsv"),
        "# file\tseconds\tfrom\tuntil\ntea.png\t8\n" + SECOND + "\t8\n");
    draw("tea.png", new Color(0x0b5fd3), "会员价", "Member prices today");
    putIn();
  }

  /** The second poster hangs again. */
  void putIn() throws IOException {
    draw(SECOND, new Color(0xb3261e), "早餐搭配", "A bun with your coffee");
  }

  /** The second poster is taken down. */
  void takeOut() throws IOException {
    boolean ignored = Files.deleteIfExists(folder.resolve(SECOND));
  }

  private void draw(String name, Color ground, String above, String below) throws IOException {
    BufferedImage poster = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = poster.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(ground);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.WHITE);
    write(pen, above, 180, HEIGHT / 2);
    write(pen, below, 64, HEIGHT * 2 / 3);
    pen.dispose();
    ImageIO.write(poster, "png", folder.resolve(name).toFile());
  }

  private static void write(Graphics2D pen, String text, int size, int base) {
    pen.setFont(new Font("Noto Sans CJK SC", Font.BOLD, size));
    pen.drawString(text, (WIDTH - pen.getFontMetrics().stringWidth(text)) / 2, base);
  }
}
