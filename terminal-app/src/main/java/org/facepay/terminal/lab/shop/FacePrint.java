package org.facepay.terminal.lab.shop;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A presentation attack (ISO/IEC 30107-3) of the simplest kind: the picture of a member printed on
 * a sheet of paper, held before the camera and photographed again.
 */
public final class FacePrint {
  private FacePrint() {}

  /** What the camera sees of the print: paper with a margin, paler, softer, a little askew. */
  public static BufferedImage of(FaceClip.Person person) throws IOException {
    BufferedImage photograph;
    try (InputStream in = person.open()) {
      photograph = ImageIO.read(in);
    }
    BufferedImage seen = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = seen.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.setColor(new Color(90, 88, 80));
    g.fillRect(0, 0, 640, 480);
    g.rotate(0.04);
    g.setColor(new Color(236, 232, 220));
    g.fillRect(95, 45, 470, 390);
    g.drawImage(photograph, 115, 65, 430, 330, null);
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.25f));
    g.setColor(new Color(200, 205, 215));
    g.fillRect(115, 65, 430, 330);
    g.dispose();
    float[] soft = new float[9];
    Arrays.fill(soft, 1 / 9f);
    return new ConvolveOp(new Kernel(3, 3, soft)).filter(seen, null);
  }
}
