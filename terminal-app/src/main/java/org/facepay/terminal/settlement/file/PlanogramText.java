package org.facepay.terminal.settlement.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Lane;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;
import org.facepay.terminal.settlement.planogram.Planogram.Sku;

/** A planogram as text, whole or as a template. */
final class PlanogramText {
  private PlanogramText() {}

  static String of(Planogram planogram, boolean whole) {
    return json(planogram, whole).toPrettyString() + "\n";
  }

  private static ObjectNode json(Planogram planogram, boolean whole) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    if (whole) {
      root.put("currency", planogram.currency().toString());
    }
    ArrayNode shelves = root.putArray("shelves");
    for (Shelf shelf : planogram.shelves()) {
      ObjectNode s = shelves.addObject();
      if (whole) {
        s.put("id", shelf.id()).put("cells", "left-right").put("noiseGrams", shelf.noiseGrams());
      }
      s.put("lengthMm", shelf.lengthMm());
      ArrayNode lanes = s.putArray("lanes");
      for (Lane lane : shelf.lanes()) {
        ObjectNode l = lanes.addObject().put("sku", planogram.skus().get(lane.sku()).id());
        l.put("fromMm", lane.fromMm()).put("toMm", lane.toMm()).put("stock", lane.stock());
      }
    }
    ArrayNode skus = root.putArray("skus");
    for (Sku sku : planogram.skus()) {
      ObjectNode s = skus.addObject().put("id", sku.id()).put("name", sku.name());
      if (whole) {
        s.put("priceMinor", sku.priceMinor());
      }
      s.put("massGrams", sku.massGrams()).put("massSigmaGrams", sku.massSigmaGrams());
    }
    return root;
  }
}
