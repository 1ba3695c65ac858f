package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** What a person does at the demo's smart container, from the bench page. */
record BenchContainer(DemoShelves shelves) {

  /**
   * One thing that a hand does.
   *
   * @param what a word, or the shelf and lane a unit is taken from, e.g. 1-3
   * @return what came of it
   */
  String act(String what) {
    return switch (what) {
      case "OPEN" -> shelves.open() ? "the door is open" : "the bolt holds the door";
      case "SHUT" -> {
        shelves.shut();
        yield "the door is shut";
      }
      case "FORCE" -> {
        shelves.lock().forceDoor(0);
        yield "the door is forced open";
      }
      case "BACK" -> shelves.putBack(0, 0) ? "put back where it stood" : "the hands are empty";
      case "ASTRAY" -> shelves.putBack(3, 1) ? "put down on shelf 3" : "the hands are empty";
      case "AWAY" -> "walked away with " + shelves.carriedAway();
      case "REFILL" -> {
        shelves.refill();
        yield "all lanes are full";
      }
      case "CLEAR" -> {
        shelves.clear(1, 4);
        yield "the last lane of shelf 1 is empty";
      }
      case "JASMINE" -> put("6900123400708");
      case "PEACH" -> put("6900123401750");
      default -> taken(what);
    };
  }

  private String put(String code) {
    return shelves.put(code, 4, 1, 4) ? "4 of them are in the last lane of shelf 1" : "none left";
  }

  private String taken(String place) {
    String[] parts = place.split("-", -1);
    boolean taken =
        place.matches("\\d-\\d")
            && shelves.take(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    return taken ? "taken from " + place : "nothing stands at " + place;
  }

  /** What stands where. */
  void tell(ArrayNode lanes) {
    for (DemoShelves.Lane lane : shelves.lanes()) {
      lanes
          .addObject()
          .put("place", lane.shelf() + "-" + lane.lane())
          .put("name", lane.name())
          .put("units", lane.units());
    }
  }
}
