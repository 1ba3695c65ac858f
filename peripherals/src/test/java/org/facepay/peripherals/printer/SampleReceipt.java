package org.facepay.peripherals.printer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.facepay.peripherals.printer.ReceiptDocument.Align;
import org.facepay.peripherals.printer.ReceiptDocument.Columns;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Element;
import org.facepay.peripherals.printer.ReceiptDocument.Feed;
import org.facepay.peripherals.printer.ReceiptDocument.Logo;
import org.facepay.peripherals.printer.ReceiptDocument.QrCode;
import org.facepay.peripherals.printer.ReceiptDocument.Rule;
import org.facepay.peripherals.printer.ReceiptDocument.Style;
import org.facepay.peripherals.printer.ReceiptDocument.Text;

/** A shop's receipt of ten lines, as the terminal prints them. */
final class SampleReceipt {
  static final String QR = "https://e.example.cn/r/20260314-0003-000128?s=7Yq1Xk4c";

  private static final String[][] GOODS = {
    {"农夫山泉饮用天然水 550ml", "2 x 2.00", "4.00"},
    {"伊利纯牛奶 250ml", "1 x 3.50", "3.50"},
    {"康师傅红烧牛肉面 桶装", "2 x 5.50", "11.00"},
    {"乐事薯片 黄瓜味 70g", "1 x 7.90", "7.90"},
    {"红富士苹果 (散装)", "0.846kg x 11.96", "10.12"},
    {"三元高品质低脂鲜牛奶家庭装 950毫升 冷藏", "1 x 17.80", "17.80"},
    {"可口可乐 330ml 罐装", "3 x 2.80", "8.40"},
    {"德芙丝滑牛奶巧克力 43g", "1 x 8.50", "8.50"},
    {"维达抽纸 3层 130抽", "1 x 4.90", "4.90"},
    {"Oreo 奥利奥原味夹心饼干", "1 x 9.90", "9.90"},
  };

  private SampleReceipt() {}

  static ReceiptDocument document() {
    List<Element> paper = new ArrayList<>();
    paper.add(new Logo(Raster.from(sun())));
    paper.add(new Text("晴里便利", Style.centered().inBold().doubled()));
    paper.add(new Text("SUNNY LANE · 梧桐路店", Style.centered()));
    paper.add(new Text("自助收银 3 号", Style.centered()));
    paper.add(new Feed(1));
    paper.add(new Columns("2026-03-14 18:42:07", "单号 0003-000128"));
    paper.add(new Rule());
    paper.add(new Columns("商品 / 数量 x 单价", "金额", true));
    for (String[] good : GOODS) {
      paper.add(new Columns(good[0], good[2]));
      paper.add(new Text("  " + good[1]));
    }
    paper.add(new Rule());
    paper.add(new Columns("小计 (13 件)", "86.02"));
    paper.add(new Columns("满 80 减 5", "-5.00"));
    paper.add(new Feed(1));
    paper.add(new Columns("合计", "¥81.02", true, 2));
    paper.add(new Columns("支付宝", "81.02"));
    paper.add(new Rule());
    paper.add(new Columns("含增值税 13%", "7.46"));
    paper.add(new Columns("含增值税 9%", "1.34"));
    paper.add(new Rule());
    paper.add(new QrCode(QR, 6));
    paper.add(new Text("扫码领取电子小票 / 开具发票", Style.centered()));
    paper.add(new Text("谢谢惠顾 Thank you", new Style(Align.CENTER, true, 1)));
    paper.add(new Cut());
    return new ReceiptDocument(paper);
  }

  private static BufferedImage sun() {
    int side = 112;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.fillOval(34, 34, 44, 44);
    for (int i = 0; i < 8; i++) {
      double a = Math.PI * i / 4;
      pen.draw(
          new Line2D.Double(
              56 + 33 * Math.cos(a),
              56 + 33 * Math.sin(a),
              56 + 46 * Math.cos(a),
              56 + 46 * Math.sin(a)));
    }
    pen.dispose();
    return image;
  }
}
