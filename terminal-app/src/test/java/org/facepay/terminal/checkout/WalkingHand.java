package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Random;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.refund.Refund;

/** What a hand does in a walk, by chance; it sees the stage it stands before. */
final class WalkingHand {
  private static final List<Product> GOODS = List.of(Fixture.TEA, Fixture.MILK, Fixture.APPLES);

  private final Random random;
  private State<Stage> state = State.start();
  private long stamp;
  private List<Event> faceAnswers = List.of();

  WalkingHand(Random random) {
    this.random = random;
  }

  /** What a hand does; people who stand before a pay button rather press it. */
  Event next(State<Stage> state, long stamp, List<Event> faceAnswers) {
    this.state = state;
    this.stamp = stamp;
    this.faceAnswers = faceAnswers;
    boolean onward = random.nextInt(3) == 0;
    Object stage = Fixture.stage(state);
    if (stage instanceof Refund.Idling open && random.nextInt(3) > 0) {
      return beforeTheReceipt(open);
    }
    if (state instanceof State.Attract && random.nextInt(6) == 0) {
      return random.nextBoolean() ? receipt() : new Read.BadgeScanned("小李");
    }
    if (onward && stage instanceof Stage.Shopping && !basket().isEmpty()) {
      return new Touch(new Intent.Pay());
    }
    if (random.nextInt(12) == 0 && stage instanceof Stage.Paying(Charge c) && c.alarmed()) {
      return new Read.BadgeScanned(random.nextBoolean() ? "小李" : "");
    }
    if (onward && stage instanceof Stage.Choosing && random.nextInt(5) == 0) {
      return random.nextInt(3) > 0
          ? new Touch(new Intent.ChooseMethod(Method.WALLET_QR))
          : new Touch(new Intent.ChooseMethod(Method.CARD));
    }
    if (onward && stage instanceof Stage.ChoosingWallet) {
      return new Touch(
          new Intent.ChooseMethod(random.nextBoolean() ? Method.ALIPAY_QR : Method.WECHAT_QR));
    }
    if (onward && (stage instanceof Stage.Choosing || stage instanceof Stage.Presenting)) {
      return new Read.PayCodePresented(new PayCode("28" + (stamp + 1)), "alipay");
    }
    if (stage instanceof Stage.Attended && basket().isEmpty() && random.nextInt(2) == 0) {
      return receipt();
    }
    if (stage instanceof Stage.Attended(String _, Task task) && random.nextInt(4) > 0) {
      return new Touch(behindTheBadge(task));
    }
    if (stage instanceof Meeting face && random.nextInt(3) > 0) {
      return beforeTheCamera(face);
    }
    if (onward && stage instanceof Stage.Paid) {
      return new Touch(new Intent.NoPaper());
    }
    int line = random.nextInt(5);
    return switch (random.nextInt(38)) {
      case 0, 1, 2, 3 -> new Read.ItemScanned(GOODS.get(random.nextInt(2)), new Quantity.Pieces(1));
      case 4 -> new Read.ItemScanned(Fixture.APPLES, new Quantity.Grams(1 + random.nextInt(2_000)));
      case 5 -> new Read.ItemScanned(Fixture.MILK, new Quantity.Pack(random.nextInt(3_000)));
      case 35 -> new Read.ItemScanned(Fixture.BEER, new Quantity.Pieces(1));
      case 36 -> random.nextInt(4) == 0 ? new Told.BadgeRevoked("小李") : new Read.BadgeScanned("小李");
      case 37 ->
          random.nextBoolean()
              ? random.nextInt(4) == 0
                  ? new Answered.BagsAccepted(session(), "小李")
                  : new Answered.AgeChecked(session(), "小李", new AgeLimit(18), random.nextBoolean())
              : new Touch(new Intent.LeaveRestricted());
      case 6 -> new Read.UnknownItemScanned("4006381333931");
      case 7 -> new Read.UnreadableScanned();
      case 8, 9, 10 ->
          new Read.PayCodePresented(
              new PayCode("28" + (stamp + 1)), random.nextInt(10) > 0 ? "alipay" : "");
      case 11 -> new Touch(new Intent.OpenLine(String.valueOf(line)));
      case 12 ->
          new Touch(
              random.nextBoolean()
                  ? new Intent.OneMore(String.valueOf(line))
                  : new Intent.OneLess(String.valueOf(line)));
      case 13 ->
          new Touch(
              random.nextInt(3) > 0
                  ? new Intent.RemoveLine(String.valueOf(line))
                  : new Intent.PutBack());
      case 14, 15 -> new Touch(new Intent.Pay());
      case 16, 17 -> new Touch(new Intent.ChooseMethod(Method.PAY_CODE));
      case 18 -> new Touch(new Intent.Back());
      case 19 -> new Touch(new Intent.Retry());
      case 20 -> new Touch(new Intent.AnotherWay());
      case 21 -> new Touch(new Intent.PrintReceipt());
      case 22 ->
          random.nextInt(4) == 0
              ? new Touch(new Intent.Cancel())
              : new Touch(new Intent.Continue());
      case 23 ->
          random.nextInt(4) == 0
              ? new Touch(new Intent.ConfirmCancel())
              : new Touch(new Intent.PrintReference());
      case 24 ->
          random.nextInt(4) == 0
              ? new Touch(new Intent.NoPaper())
              : new Touch(new Intent.SwitchLanguage());
      case 25 ->
          random.nextInt(3) == 0
              ? new Read.MemberCodeScanned(MemberCode.scanned("FPM-M3-0"))
              : new Touch(new Intent.Member());
      case 28 -> new Touch(new Intent.NoBarcode());
      case 29 -> new Touched.GoodChosen(GOODS.get(random.nextInt(3)));
      case 30 -> new Touched.Tared(random.nextInt(40));
      case 31 -> new Touched.WeighedAdded(random.nextInt(2_000) - 100);
      case 33 -> new Moved.BagsChecked(BagFinding.values()[random.nextInt(4)], "");
      case 32 ->
          new Touch(
              random.nextInt(3) == 0
                  ? random.nextBoolean() ? new Intent.PayAtOnce() : new Intent.PayInParts()
                  : new Intent.ChoosePlan(String.valueOf(3 + 3 * random.nextInt(2))));
      case 26, 27 ->
          random.nextInt(4) == 0
              ? new Touch(new Intent.ChooseMethod(Method.WALLET_FACE))
              : new Touch(new Intent.ChooseMethod(Method.FACE));
      default ->
          random.nextInt(4) == 0
              ? new Touch(new Intent.CallStaff())
              : new Touch(new Intent.Start());
    };
  }

  private long session() {
    return state.openSession().map(Session::id).orElse(0L);
  }

  private Intent behindTheBadge(Task task) {
    return switch (task) {
      case Task.Menu menu when menu.voided().isPresent() && random.nextBoolean() ->
          new Intent.PutBack();
      case Task.Menu _ -> new Intent.ChooseTask(Job.values()[random.nextInt(Job.values().length)]);
      case Task.Why _ -> new Intent.ChooseOption(random.nextBoolean() ? "CLEANING" : "NOT_PRINTED");
      case Task.Phone _, Task.Suspended _ -> new Intent.Back();
      case Task.Ages _ -> random.nextBoolean() ? new Intent.ConfirmAge() : new Intent.RefuseAge();
      case Task.Voiding(int line) ->
          line == 0
              ? new Intent.TickLine("" + random.nextInt(5))
              : new Intent.ChooseOption("DAMAGED");
      case Task.Discounting(int line, int percent) ->
          line == 0
              ? new Intent.TickLine("" + random.nextInt(5))
              : new Intent.ChooseOption(percent == 0 ? "30" : "DAMAGED");
      case Task.Cash _ ->
          random.nextInt(3) == 0
              ? new Intent.TakeCash()
              : new Intent.ChooseOption(List.of("9", "0", "0", ".", "back").get(random.nextInt(5)));
    };
  }

  private Basket basket() {
    return state.openSession().orElseThrow().basket();
  }

  private Event receipt() {
    PastSale.PastLine line =
        new PastSale.PastLine(1, "6900123400074", "茶", "Tea", "tea", "×1", 500, false);
    return new Read.ReceiptScanned(
        new PastSale("K3_OLD_" + stamp, "alipay", "CNY", 500, 0, List.of(line)));
  }

  private Event beforeTheReceipt(Refund.Idling open) {
    return switch (open) {
      case Refund.Asking _ -> receipt();
      case Refund.Ticking _ ->
          random.nextBoolean()
              ? new Touch(new Intent.TickLine(String.valueOf(1)))
              : new Touch(new Intent.RequestRefund());
      case Refund.Waiting _ -> new Read.BadgeScanned(random.nextBoolean() ? "小李" : "");
    };
  }

  private Event beforeTheCamera(Meeting face) {
    if (!faceAnswers.isEmpty() && random.nextBoolean()) {
      return faceAnswers.removeFirst();
    }
    return switch (face) {
      case Meeting.Consenting _ ->
          new Touch(
              switch (random.nextInt(8)) {
                case 0, 1 -> new Intent.FullNotice();
                case 2 -> new Intent.WithoutFace();
                default -> new Intent.AgreeFace();
              });
      case Meeting.Looking _ -> new Touch(new Intent.AnotherWay());
      case Meeting.WithoutFace _ ->
          random.nextBoolean() ? new Touch(new Intent.ByPhone()) : new Touch(new Intent.Join());
      case Meeting.Inviting _ ->
          random.nextInt(3) > 0 ? new Touch(new Intent.Join()) : new Touch(new Intent.Back());
      case Meeting.Keying _, Meeting.Naming _ ->
          switch (random.nextInt(10)) {
            case 0 -> new Touch(new Intent.DeleteDigit());
            case 1, 2 -> new Touch(new Intent.ConfirmDigits());
            default -> new Touched.DigitTyped(new Digits.Digit(random.nextInt(10)));
          };
      case Meeting.Confirming _ ->
          random.nextInt(4) > 0
              ? new Touch(new Intent.ConfirmPerson())
              : new Touch(new Intent.NotMe());
      case Meeting.FaceRefused _ ->
          random.nextBoolean() ? new Touch(new Intent.Retry()) : new Touch(new Intent.AnotherWay());
      case Meeting.MemberPage _ ->
          new Touch(
              List.of(
                      new Intent.WithdrawFace(),
                      new Intent.ConfirmWithdraw(),
                      new Intent.LeaveMembership(),
                      new Intent.ConfirmLeave())
                  .get(random.nextInt(4)));
      case Meeting.Following _ -> new Touch(new Intent.Back());
    };
  }
}
