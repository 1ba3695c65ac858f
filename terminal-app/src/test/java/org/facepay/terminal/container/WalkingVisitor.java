package org.facepay.terminal.container;

import java.util.List;
import java.util.Random;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;

/** A hand before the page and the scanner, which mostly does what the screen asks for. */
final class WalkingVisitor {
  private final Random random;
  private final WalkingCabinet cabinet;

  WalkingVisitor(Random random, WalkingCabinet cabinet) {
    this.random = random;
    this.cabinet = cabinet;
  }

  /** Mostly what the screen asks for. */
  Event next(State<Stage> state) {
    if (random.nextInt(3) == 0) {
      return somehow(state);
    }
    if (!(state instanceof State.Open<Stage> open)) {
      return code();
    }
    return switch (open.stage()) {
      case Stage.Identifying _ ->
          random.nextInt(3) > 0 ? code() : new Touch(new Intent.ChooseMethod(Screen.Method.FACE));
      case Stage.Explaining _ -> new Touch(new Intent.AgreeHold());
      case Stage.Meeting _ -> random.nextBoolean() ? digit() : new Touch(new Intent.AgreeFace());
      case Stage.Owing owing -> owing.presenting() ? code() : new Touch(new Intent.Pay());
      case Stage.Billed _ -> new Touch(new Intent.Dispute());
      case Stage.Disputing at when at.line() == 0 -> new Touch(new Intent.TickLine("1"));
      case Stage.Disputing at when at.complaint().isEmpty() -> new Touch(new Intent.NotTaken());
      case Stage.Disputing _ -> new Touch(new Intent.RequestRefund());
      case Stage.Restocking _ -> filling();
      default -> somehow(state);
    };
  }

  /** Something else is put into a lane, or is not. */
  private Event filling() {
    List<String> options = List.of("placed", "placed", "right", "again", "full", "skip");
    return switch (random.nextInt(4)) {
      case 0 ->
          new Read.ItemScanned(
              random.nextBoolean() ? Fixture.TEA : Fixture.MILK, new Quantity.Pieces(1));
      case 1 -> new Touch(new Intent.OneLess("101"));
      default -> new Touch(new Intent.ChooseOption(options.get(random.nextInt(options.size()))));
    };
  }

  private Event digit() {
    return new Touched.DigitTyped(new Digits.Digit(random.nextInt(10)));
  }

  private Event code() {
    if (random.nextInt(8) == 0) {
      return new Read.MemberCodeScanned(MemberCode.scanned("FPM-m1-0"));
    }
    return new Read.PayCodePresented(
        new PayCode("28000000000044" + (1_000 + random.nextInt(9_000))),
        random.nextInt(8) > 0 ? "alipay" : "");
  }

  private Event somehow(State<Stage> state) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> code();
      case 4, 5, 6 -> new Touch(new Intent.AgreeHold());
      case 7 -> new Touch(new Intent.Start());
      case 8 ->
          switch (random.nextInt(6)) {
            case 0 -> new Read.BadgeScanned("小李");
            case 1 -> new Told.BadgeRevoked("小李");
            default -> digit();
          };
      case 9 -> new Touch(new Intent.ChooseMethod(Screen.Method.FACE));
      case 10 ->
          new Touch(random.nextBoolean() ? new Intent.AgreeFace() : new Intent.ConfirmPerson());
      case 11 -> digit();
      case 12 -> new Touch(random.nextBoolean() ? new Intent.Pay() : new Intent.Retry());
      case 13 ->
          new Touch(
              new Intent.ChooseOption(
                  List.of("0", "1", "2", "7", "none", "unsure", "x").get(random.nextInt(7))));
      case 14 -> new Touch(new Intent.TickLine(Integer.toString(1 + random.nextInt(3))));
      case 15 -> new Touch(random.nextBoolean() ? new Intent.NotTaken() : new Intent.WrongNumber());
      case 16 ->
          new Touch(random.nextBoolean() ? new Intent.Dispute() : new Intent.RequestRefund());
      case 17 -> cabinet.estimate(state.openSession().map(s -> s.id()).orElse(1L));
      case 18 -> anything();
      default -> new Touch(random.nextInt(3) > 0 ? new Intent.Finish() : new Intent.Back());
    };
  }

  private Event anything() {
    List<Intent> intents =
        List.of(
            new Intent.Cancel(),
            new Intent.AnotherWay(),
            new Intent.StillHere(),
            new Intent.KeepHere(),
            new Intent.CallStaff(),
            new Intent.Continue(),
            new Intent.SwitchLanguage(),
            new Intent.NotMe(),
            new Intent.Member(),
            new Intent.NoPaper(),
            new Intent.PrintReference(),
            new Intent.ChooseMethod(Screen.Method.ALIPAY_QR),
            new Intent.ChooseMethod(Screen.Method.STAFF));
    return new Touch(intents.get(random.nextInt(intents.size())));
  }
}
