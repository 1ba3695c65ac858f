package org.facepay.kiosk.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.StaffScreen;

/**
 * Reads what a page sends, letter by letter: nothing but the messages below gets through, because
 * whatever is on the other end of the socket may be broken or hostile.
 *
 * <pre>
 * {"intent":"oneMore","line":"7","seq":12}    {"intent":"digit","digit":4,"seq":12,"held":85}
 * {"dom":12}    {"painted":12}    {"preview":true}    {"unplayable":"autumn.mp4"}
 * </pre>
 */
final class PageMessages {
  /** Longest message in characters; the longest legitimate one is about 130. */
  static final int MAX_CHARS = 512;

  /** Longest id of a line, a good or a plan. */
  static final int MAX_ID = 64;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(2)
                          .maxStringLength(MAX_CHARS)
                          .maxNameLength(32)
                          .maxNumberLength(19)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Map<String, Supplier<Intent>> PLAIN =
      Map.ofEntries(
          Map.entry("start", Intent.Start::new),
          Map.entry("closeLine", Intent.CloseLine::new),
          Map.entry("addBag", Intent.AddBag::new),
          Map.entry("changeNumbers", Intent.ChangeNumbers::new),
          Map.entry("putBack", Intent.PutBack::new),
          Map.entry("cancel", Intent.Cancel::new),
          Map.entry("confirmCancel", Intent.ConfirmCancel::new),
          Map.entry("pay", Intent.Pay::new),
          Map.entry("back", Intent.Back::new),
          Map.entry("retry", Intent.Retry::new),
          Map.entry("anotherWay", Intent.AnotherWay::new),
          Map.entry("member", Intent.Member::new),
          Map.entry("agreeFace", Intent.AgreeFace::new),
          Map.entry("fullNotice", Intent.FullNotice::new),
          Map.entry("deleteDigit", Intent.DeleteDigit::new),
          Map.entry("clearDigits", Intent.ClearDigits::new),
          Map.entry("confirmPerson", Intent.ConfirmPerson::new),
          Map.entry("notMe", Intent.NotMe::new),
          Map.entry("join", Intent.Join::new),
          Map.entry("withdrawFace", Intent.WithdrawFace::new),
          Map.entry("confirmWithdraw", Intent.ConfirmWithdraw::new),
          Map.entry("confirmDigits", Intent.ConfirmDigits::new),
          Map.entry("withoutFace", Intent.WithoutFace::new),
          Map.entry("byPhone", Intent.ByPhone::new),
          Map.entry("leaveMembership", Intent.LeaveMembership::new),
          Map.entry("confirmLeave", Intent.ConfirmLeave::new),
          Map.entry("noBarcode", Intent.NoBarcode::new),
          Map.entry("searchGoods", Intent.SearchGoods::new),
          Map.entry("clearSearch", Intent.ClearSearch::new),
          Map.entry("tare", Intent.Tare::new),
          Map.entry("morePieces", Intent.MorePieces::new),
          Map.entry("fewerPieces", Intent.FewerPieces::new),
          Map.entry("addWeighed", Intent.AddWeighed::new),
          Map.entry("newCode", Intent.NewCode::new),
          Map.entry("payInParts", Intent.PayInParts::new),
          Map.entry("payAtOnce", Intent.PayAtOnce::new),
          Map.entry("agreeHold", Intent.AgreeHold::new),
          Map.entry("keepHere", Intent.KeepHere::new),
          Map.entry("dispute", Intent.Dispute::new),
          Map.entry("notTaken", Intent.NotTaken::new),
          Map.entry("wrongNumber", Intent.WrongNumber::new),
          Map.entry("requestRefund", Intent.RequestRefund::new),
          Map.entry("leaveRestricted", Intent.LeaveRestricted::new),
          Map.entry("confirmAge", Intent.ConfirmAge::new),
          Map.entry("refuseAge", Intent.RefuseAge::new),
          Map.entry("takeCash", Intent.TakeCash::new),
          Map.entry("printReceipt", Intent.PrintReceipt::new),
          Map.entry("noPaper", Intent.NoPaper::new),
          Map.entry("printReference", Intent.PrintReference::new),
          Map.entry("callStaff", Intent.CallStaff::new),
          Map.entry("stillHere", Intent.StillHere::new),
          Map.entry("continue", Intent.Continue::new),
          Map.entry("finish", Intent.Finish::new),
          Map.entry("switchLanguage", Intent.SwitchLanguage::new),
          Map.entry("toggleLargerText", Intent.ToggleLargerText::new),
          Map.entry("toggleHighContrast", Intent.ToggleHighContrast::new));

  /** Intents about one thing of the screen, with the field that holds its id. */
  private static final Map<String, Named> NAMED =
      Map.of(
          "openLine", new Named("line", Intent.OpenLine::new),
          "oneMore", new Named("line", Intent.OneMore::new),
          "oneLess", new Named("line", Intent.OneLess::new),
          "removeLine", new Named("line", Intent.RemoveLine::new),
          "tickLine", new Named("line", Intent.TickLine::new),
          "chooseGood", new Named("good", Intent.ChooseGood::new),
          "chooseOption", new Named("option", Intent.ChooseOption::new),
          "choosePlan", new Named("plan", Intent.ChoosePlan::new));

  /** A finger that stays longer has forgotten what it is doing. */
  static final int MAX_HELD_MILLIS = 3_600_000;

  private record Named(String field, Function<String, Intent> intent) {}

  private PageMessages() {}

  /**
   * Reads one text frame.
   *
   * @throws Refused for anything that is not exactly one of the messages
   */
  static PageMessage read(String text) throws Refused {
    if (text.length() > MAX_CHARS) {
      throw new Refused(Refused.Why.TOO_LONG);
    }
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refused(Refused.Why.NOT_JSON);
    }
    if (!node.isObject()) {
      throw new Refused(Refused.Why.NOT_A_MESSAGE);
    }
    if (node.has("intent")) {
      return touched(node);
    }
    if (node.has("say")) {
      return toSay(node);
    }
    require(node.size() == 1);
    if (node.has("dom")) {
      return new PageMessage.InDom(seq(node, "dom"));
    }
    if (node.has("painted")) {
      return new PageMessage.OnGlass(seq(node, "painted"));
    }
    if (node.has("unplayable")) {
      return new PageMessage.CannotPlay(id(node, "unplayable"));
    }
    require(node.path("preview").isBoolean());
    return new PageMessage.PreviewTaken();
  }

  private static PageMessage.ToSay toSay(JsonNode node) throws Refused {
    require(node.size() == 2);
    String text = string(node, "say");
    require(!text.isBlank() && text.length() <= PageMessage.ToSay.MOST_CHARS);
    return new PageMessage.ToSay(text, value(node, "language", Display.Language.values()));
  }

  private static PageMessage.Touched touched(JsonNode node) throws Refused {
    int held = node.has("held") ? held(node) : 0;
    int fields = node.size() - (node.has("held") ? 1 : 0);
    return new PageMessage.Touched(intent(node, fields), seq(node, "seq"), held);
  }

  private static Intent intent(JsonNode node, int fields) throws Refused {
    String name = string(node, "intent");
    Supplier<Intent> plain = PLAIN.get(name);
    if (plain != null) {
      require(fields == 2);
      return plain.get();
    }
    require(fields == 3);
    Named named = NAMED.get(name);
    if (named != null) {
      return named.intent().apply(id(node, named.field()));
    }
    if (name.equals("chooseMethod")) {
      return new Intent.ChooseMethod(value(node, "method", Screen.Method.values()));
    }
    if (name.equals("chooseTask")) {
      return new Intent.ChooseTask(value(node, "job", StaffScreen.Job.values()));
    }
    if (name.equals("digit")) {
      JsonNode digit = node.path("digit");
      require(digit.isInt() && digit.intValue() >= 0 && digit.intValue() <= 9);
      return new Intent.Digit(digit.intValue());
    }
    if (name.equals("searchLetter")) {
      String letter = string(node, "letter");
      require(letter.length() == 1 && letter.charAt(0) >= 'A' && letter.charAt(0) <= 'Z');
      return new Intent.SearchLetter(letter.charAt(0));
    }
    throw new Refused(Refused.Why.UNKNOWN_INTENT);
  }

  private static int held(JsonNode node) throws Refused {
    JsonNode held = node.path("held");
    require(held.isInt() && held.intValue() >= 0 && held.intValue() <= MAX_HELD_MILLIS);
    return held.intValue();
  }

  private static String id(JsonNode node, String field) throws Refused {
    String id = string(node, field);
    if (id.isEmpty() || id.length() > MAX_ID) {
      throw new Refused(Refused.Why.ID);
    }
    return id;
  }

  private static <E extends Enum<E>> E value(JsonNode node, String field, E[] values)
      throws Refused {
    String name = string(node, field);
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw new Refused(Refused.Why.NOT_A_MESSAGE);
  }

  private static long seq(JsonNode node, String field) throws Refused {
    JsonNode value = node.path(field);
    require(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0);
    return value.longValue();
  }

  private static String string(JsonNode node, String field) throws Refused {
    JsonNode value = node.path(field);
    require(value.isTextual());
    return value.textValue();
  }

  private static void require(boolean holds) throws Refused {
    if (!holds) {
      throw new Refused(Refused.Why.NOT_A_MESSAGE);
    }
  }

  /** A frame that is not a message; carries nothing of its content. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    /** Kinds, so that each is logged once and not once per frame. */
    enum Why {
      TOO_LONG,
      NOT_JSON,
      NOT_A_MESSAGE,
      UNKNOWN_INTENT,
      ID,
      NOT_TEXT,
      BROKEN_FRAME
    }

    private final Why why;

    Refused(Why why) {
      super(why.name(), null, false, false);
      this.why = why;
    }

    Why why() {
      return why;
    }
  }
}
