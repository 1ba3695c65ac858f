package org.facepay.kiosk.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A finger that comes down twice in the same place, first on a button and then on what the button
 * led to, meets nothing that agrees, pays or throws away. Not looked at are ways to pay that ask
 * for another choice or a phone before anything is paid.
 */
final class SecondTouch {
  /** What must not be met by chance. */
  private static final Set<String> GRAVE =
      Set.of(
          "agreeFace",
          "agreeHold",
          "chooseMethod",
          "confirmPerson",
          "payAtOnce",
          "choosePlan",
          "retry",
          "cancel",
          "confirmCancel",
          "finish",
          "removeLine",
          "requestRefund",
          "withdrawFace",
          "confirmWithdraw",
          "leaveMembership",
          "confirmLeave");

  /** With no line open, as every other screen leaves it. */
  private static final String BASKETS = "basket(?!-weighed).*";

  private static final String CHOICES = "paychoice(?!-wallet).*";
  private static final String LOOKS = "capture-.*|follow-camera";

  /** Screens on which a dialog may stand. */
  private static final String IDLING =
      "taking.*|wrong-place.*|door-open.*|ask.*|dispute.*|debt|"
          + "basket.*|paychoice.*|paycode.*|instalments|consent.*|notice.*|keypad.*|confirm|confirm-.*"
          + "|member|produce.*|weighing.*|declined|ended.*|refund-scan|refund-lines|refund-staff";

  /** A line has a screen of its own on the small panel only. */
  private static final List<String> LINE = List.of("line", "closeLine|removeLine", BASKETS);

  /** Which button leads where, as the session decides: screens, intent, screens. */
  private static final List<List<String>> LEADS =
      List.of(
          List.of("attract", "start", "basket-empty"),
          List.of(BASKETS, "pay", "paychoice.*"),
          List.of("basket-member", "member", "consent-(recognition|otherwise)|member-(ways|typed)"),
          List.of(BASKETS, "member", "capture-.*|member.*"),
          List.of(BASKETS, "noBarcode", "produce.*"),
          List.of(BASKETS, "cancel", "cancel"),
          List.of(BASKETS, "openLine", "line"),
          LINE,
          List.of(CHOICES, "chooseMethod FACE", "consent-payment|" + LOOKS),
          List.of(CHOICES, "chooseMethod STAFF", "called.*"),
          List.of(CHOICES, "back", BASKETS),
          List.of("paychoice-wallet", "back", CHOICES),
          List.of("instalments.*", "choosePlan|payAtOnce", "paycode"),
          List.of("instalments.*", "back", CHOICES),
          List.of("paycode.*", "back", CHOICES + "|instalments.*"),
          List.of("vending-pay.*", "chooseMethod FACE", "consent-payment|" + LOOKS),
          List.of("vending-pay.*", "back", "vending-chosen|vending-many"),
          List.of("consent-payment", "back|anotherWay", CHOICES),
          List.of("consent-(recognition|otherwise|storage|membership)", "back", BASKETS),
          List.of("consent-otherwise", "withoutFace", "member-(ways|typed)"),
          List.of("consent-membership", "agreeFace", "member-welcome"),
          List.of("member-(ways|unknown|typed)", "byPhone", "keypad-number"),
          List.of("member-(ways|unknown|typed)", "join", "keypad-joining"),
          List.of("keypad-number", "confirmDigits", "keypad-code"),
          List.of("keypad-joining", "confirmDigits", "consent-membership"),
          List.of("keypad-phone", "confirmDigits", "consent-storage"),
          List.of("keypad-code", "confirmDigits", BASKETS + "|keypad-code-wrong"),
          List.of("consent-(?!membership).*", "agreeFace", LOOKS),
          List.of("consent-.*", "fullNotice", "notice-.*"),
          List.of("notice-.*", "fullNotice", "consent-.*"),
          List.of("capture-.*", "back|anotherWay", CHOICES + "|" + BASKETS),
          List.of("follow-camera|reader.*|payqr.*", "back|anotherWay", CHOICES),
          List.of("keypad(-wrong|-member)?", "digit.*", "confirm|confirm-.*"),
          List.of("keypad.*", "anotherWay", CHOICES),
          List.of("keypad.*", "back", BASKETS),
          List.of("confirm|confirm-.*", "confirmPerson", "processing.*"),
          List.of("confirm|confirm-.*", "notMe|anotherWay", CHOICES),
          List.of("join-offer", "join", "keypad-phone"),
          List.of("join-offer", "back", BASKETS),
          List.of("join-offer", "retry", LOOKS),
          List.of("handed-.*", "noPaper", "attract"),
          List.of("ended-.*", "retry", LOOKS),
          List.of("ended-.*", "anotherWay|back", CHOICES + "|" + BASKETS),
          List.of("declined.*", "anotherWay", CHOICES),
          List.of("declined.*", "retry", "paycode|payqr|reader.*"),
          List.of("restock.*", "chooseOption", "use-by.*"),
          List.of("use-by.*", "confirmDigits|back", "restock"),
          List.of("placing-found|placing-fits", "chooseOption", "restock.*|placing"),
          List.of("placing.*", "back", "restock.*"),
          List.of("member.*", "back", BASKETS),
          List.of("member.*", "withdrawFace", "withdraw"),
          List.of("withdraw", "continue", "member"),
          List.of("member-code", "leaveMembership", "leave"),
          List.of("leave", "continue", "member-code"),
          List.of("leave", "confirmLeave", BASKETS + "|called-not"),
          List.of("withdraw", "confirmWithdraw", BASKETS + "|called-not"),
          List.of("produce.*", "back|addBag", BASKETS),
          List.of("produce.*", "chooseGood", "weighing.*"),
          List.of("weighing.*", "addWeighed", BASKETS),
          List.of("weighing.*", "back", "produce.*"),
          List.of("success.*", "noPaper", "attract"),
          List.of("success", "printReceipt", "success-.*"),
          List.of("refund-scan.*", "back", "attract"),
          List.of("refund-lines|refund-pieces", "requestRefund", "refund-staff"),
          List.of("refund-lines|refund-pieces|refund-staff", "back", "attract|refund-lines"),
          List.of("cancel", "continue", BASKETS),
          List.of("container.*", "chooseMethod FACE", "consent-payment|hold.*"),
          List.of("container.*", "chooseMethod .*_QR", "payqr.*|hold.*"),
          List.of("hold.*", "agreeHold", "door-(opening|pull)"),
          List.of("debt", "dispute", "objected.*"),
          List.of("bill.*", "dispute", "dispute"),
          List.of("dispute.*", "back", "bill(?!-nothing|-unclear|-not-clear).*"),
          List.of("dispute.*", "tickLine|notTaken|wrongNumber", "dispute.*"),
          List.of("dispute.*", "requestRefund", "objected.*"),
          List.of("idle|called.*|bagcheck", "continue", IDLING),
          List.of("called-not|bagcheck", "callStaff", "called.*"),
          List.of("cancel|idle", "confirmCancel|finish", "attract"));

  /** A button: what it sends, and where it stands, in CSS pixels. */
  record Touch(String intent, double left, double top, double right, double bottom) {
    boolean meets(Touch other) {
      return left < other.right - 1
          && other.left < right - 1
          && top < other.bottom - 1
          && other.top < bottom - 1;
    }

    boolean grave() {
      return GRAVE.contains(intent.replaceAll(" .*", ""));
    }
  }

  private final Set<List<String>> used = new LinkedHashSet<>();

  /** What a second touch would set off, by the buttons of the screens of one look. */
  Set<String> faults(Map<String, List<Touch>> shown) {
    Set<String> faults = new TreeSet<>();
    LEADS.forEach(lead -> faults.addAll(faults(lead, shown)));
    return faults;
  }

  /** Leads that nobody took; a panel without a screen for a line has no {@link #LINE}. */
  List<List<String>> unused(boolean lineHasScreen) {
    return LEADS.stream()
        .filter(lead -> !used.contains(lead) && (lineHasScreen || lead != LINE))
        .toList();
  }

  private Set<String> faults(List<String> lead, Map<String, List<Touch>> shown) {
    Set<String> faults = new LinkedHashSet<>();
    for (String from : matching(shown, lead.get(0))) {
      for (Touch pressed : shown.get(from)) {
        if (!pressed.intent().matches(lead.get(1))) {
          continue;
        }
        used.add(lead);
        for (String to : matching(shown, lead.get(2))) {
          shown.get(to).stream()
              .filter(next -> next.grave() && next.meets(pressed))
              .map(next -> from + " " + pressed.intent() + " > " + to + " " + next.intent())
              .forEach(faults::add);
        }
      }
    }
    return faults;
  }

  private static Set<String> matching(Map<String, List<Touch>> shown, String names) {
    return shown.keySet().stream()
        .filter(name -> name.matches(names))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
