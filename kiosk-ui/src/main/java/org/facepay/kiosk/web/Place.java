package org.facepay.kiosk.web;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.ContainerScreen;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.MemberScreen;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.screen.WeighScreen;

/**
 * Where the control of an intent stands on the page, without drawing it: two snapshots with equal
 * places show it at the same spot with the same meaning. Figures that change, a good that is
 * counted up or weighed, digits that are typed, leave everything where it is.
 */
final class Place {
  private Place() {}

  /** The place of this intent's control; compared with {@code equals} only. */
  static List<Object> of(Snapshot snapshot, Intent intent) {
    if (inTheBar(intent)) {
      return List.of();
    }
    var display = snapshot.display();
    Object above = snapshot.overlay().<Object>map(o -> o).orElseGet(() -> on(snapshot, intent));
    return List.of(display.language(), display.largerText(), above);
  }

  /** The bar is the same on every screen, and calling somebody does no harm anywhere. */
  private static boolean inTheBar(Intent intent) {
    return switch (intent) {
      case Intent.SwitchLanguage _,
          Intent.ToggleLargerText _,
          Intent.ToggleHighContrast _,
          Intent.CallStaff _ ->
          true;
      default -> false;
    };
  }

  private static List<Object> on(Snapshot snapshot, Intent intent) {
    Screen screen = snapshot.screen();
    return List.of(
        screen.getClass(),
        switch (screen) {
          case Screen.Basket basket -> basket(basket, intent);
          case Screen.PayChoice choice -> choice.methods();
          case FaceScreen.Consent consent ->
              List.of(consent.purpose(), consent.otherwise(), consent.full());
          case FaceScreen.Capture capture -> capture.purpose();
          case FaceScreen.Confirm confirm -> confirm.name();
          case FaceScreen.Keypad keypad -> List.of(keypad.kind(), keypad.amount().isPresent());
          case FaceScreen.FaceEnded ended -> List.of(ended.purpose(), ended.end());
          case MemberScreen.MemberCard card -> List.of(card.joined(), card.kept());
          case MemberScreen.MemberWays ways -> ways.unknown();
          case Screen.Declined declined -> declined.reason();
          case Screen.Success success -> success.paper();
          case Screen.Attract _,
              Screen.Boot _,
              Screen.Closed _,
              Screen.Playing _,
              FaceScreen.FollowCamera _,
              FaceScreen.JoinOffer _,
              Screen.PresentCode _,
              Screen.Processing _,
              Screen.Unknown _ ->
              List.of();
          case WeighScreen.Produce produce -> produce(produce, intent);
          case WeighScreen.Weighing weighing -> weighing.good().id();
          case PaymentScreen payment -> payment(payment);
          case StaffScreen staff -> staff(staff);
          case VendingScreen vending -> vending(vending, intent);
          case ContainerScreen container -> container(container, intent);
        });
  }

  /**
   * With the first choice the counter grows, and the slots make room; what is paid for is what was
   * chosen.
   */
  private static Object vending(VendingScreen screen, Intent intent) {
    return switch (screen) {
      case VendingScreen.Shelf shelf when intent instanceof Intent.ChooseGood ->
          List.of(
              shelf.slots().stream().map(VendingScreen.Slot::id).toList(),
              shelf.chosen().pieces() > 0);
      case VendingScreen.Shelf shelf -> shelf.chosen();
      case VendingScreen.Numbers numbers when intent instanceof Intent.Pay -> numbers.chosen();
      case VendingScreen.Numbers numbers ->
          numbers.chosen().lines().stream().map(VendingScreen.Pick::id).toList();
      case VendingScreen.NotDelivered not -> not.money();
      case VendingScreen.ByKeypad keypad -> keypad.prompt();
      case VendingScreen.NotSold not -> not.why();
      case VendingScreen.Dispensing _, VendingScreen.Collect _ -> List.of();
    };
  }

  /** What goes back, or to staff, is what was chosen; choosing leaves everything where it is. */
  private static Object container(ContainerScreen screen, Intent intent) {
    return switch (screen) {
      case ContainerScreen.Welcome welcome -> welcome.methods();
      case ContainerScreen.WrongPlace wrong -> List.of(wrong.article(), wrong.shelf());
      case ContainerScreen.DoorOpen open -> open.seconds() > 0;
      case ContainerScreen.Ask ask -> ask.choices();
      // That it has been charged meanwhile moves nothing.
      case ContainerScreen.Bill bill ->
          bill.state() == ContainerScreen.MoneyState.CHARGED
              ? ContainerScreen.MoneyState.CHARGING
              : bill.state();
      case ContainerScreen.Dispute dispute when intent instanceof Intent.RequestRefund ->
          List.of(dispute.chosen(), dispute.complaint(), dispute.refund());
      case ContainerScreen.Dispute dispute ->
          dispute.lines().stream().map(ContainerScreen.BillLine::id).toList();
      case ContainerScreen.Debt debt -> debt.amount();
      case ContainerScreen.NotOpened not -> not.reason();
      case ContainerScreen.Opening opening -> opening.drawn();
      case ContainerScreen.Objected objected -> objected.objection();
      case ContainerScreen.Taking _, ContainerScreen.Counting _ -> List.of();
    };
  }

  private static Object staff(StaffScreen screen) {
    return switch (screen) {
      case StaffScreen.AgeCheck check -> check.lines().stream().map(Screen.Line::id).toList();
      case StaffScreen.Menu menu -> menu.tiles().stream().map(StaffScreen.Tile::job).toList();
      case StaffScreen.LineTask task ->
          List.of(task.job(), task.options(), task.lines().stream().map(Screen.Line::id).toList());
      case StaffScreen.Phone _, StaffScreen.Suspended _ -> List.of();
      case StaffScreen.Restock restock ->
          List.of(restock.troubles(), restock.lanes().stream().map(Place::lane).toList());
      case StaffScreen.Placing placing ->
          List.of(placing.article().picture(), placing.article().name(), placing.found());
      case StaffScreen.UseBy useBy -> useBy.lane();
      case StaffScreen.Cash cash -> List.of(cash.quick(), cash.shopper());
    };
  }

  /** The lane that is filled decides what the counter's buttons are about. */
  private static Object lane(StaffScreen.Lane lane) {
    return List.of(lane.id(), lane.filling() == StaffScreen.Filling.HERE);
  }

  private static Object payment(PaymentScreen screen) {
    return switch (screen) {
      case PaymentScreen.PayQr code -> code.expired();
      case PaymentScreen.FollowReader reader -> reader.step();
      case PaymentScreen.Instalments instalments -> instalments.plans();
      case PaymentScreen.HoldExplained hold -> hold.kind();
      case PaymentScreen.RefundAttendant attendant -> attendant.staff();
      case PaymentScreen.Refunded refunded -> refunded.paper();
      case PaymentScreen.HandedOver handed -> handed.paper();
      case PaymentScreen.CodeClosing _,
          PaymentScreen.RefundScan _,
          PaymentScreen.RefundLines _,
          PaymentScreen.Refunding _ ->
          List.of();
    };
  }

  /** A line stands where the lines above it leave it; opened by hand it may fill the panel. */
  private static List<Object> basket(Screen.Basket basket, Intent intent) {
    return switch (intent) {
      case Intent.OpenLine _, Intent.OneMore _ -> rows(basket);
      case Intent.OneLess(String line) -> List.of(rows(basket), single(basket, line));
      case Intent.RemoveLine(String line) -> List.of(rows(basket), single(basket, line));
      case Intent.Member _ -> List.of(basket.editing(), basket.member().map(m -> m.state()));
      case Intent.Pay _, Intent.LeaveRestricted _ -> List.of(basket.editing(), waits(basket));
      default -> List.of(basket.editing());
    };
  }

  private static List<String> waits(Screen.Basket basket) {
    return basket.lines().stream().filter(l -> l.age() > 0).map(Screen.Line::id).toList();
  }

  private static List<Object> rows(Screen.Basket basket) {
    return List.of(
        basket.editing(),
        basket.lines().stream().map(Screen.Line::id).toList(),
        basket.lines().stream().filter(Screen.Line::open).map(Screen.Line::id).toList());
  }

  /** The last piece is not counted down but thrown away, with a button in the same place. */
  private static Optional<Boolean> single(Screen.Basket basket, String line) {
    return basket.lines().stream()
        .filter(l -> l.id().equals(line))
        .map(l -> l.count() <= 1)
        .findFirst();
  }

  /** The pictures follow the letters typed so far; the letters stay where they are. */
  private static List<Object> produce(WeighScreen.Produce produce, Intent intent) {
    return switch (intent) {
      case Intent.ChooseGood _, Intent.AddBag _ ->
          List.of(
              produce.searching(),
              produce.scaleReady(),
              produce.query(),
              produce.goods().stream().map(WeighScreen.Good::id).toList());
      case Intent.SearchGoods _, Intent.ClearSearch _ ->
          List.of(produce.searching(), produce.query().isEmpty());
      default -> List.of(produce.searching());
    };
  }
}
