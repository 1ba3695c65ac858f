package org.facepay.terminal.world.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Event;

/** What a touch on the page means to the session. */
public final class Touches {
  private final Optional<Product> bag;
  private final Function<String, Optional<Product>> goods;
  private final Scale scale;

  /** What a touch needs from the scale at its moment. */
  public interface Scale {
    /** A weight that may be sold, gross. */
    OptionalInt billableGrams();

    /** No scale. */
    static Scale none() {
      return OptionalInt::empty;
    }
  }

  /**
   * @param bag the carrier bag a touch puts into the basket; none if the shop has none
   * @param goods an article by its code
   */
  public Touches(Optional<Product> bag, Function<String, Optional<Product>> goods, Scale scale) {
    this.bag = bag;
    this.goods = goods;
    this.scale = scale;
  }

  /** Before anything is known of the shop. */
  public static Touches none() {
    return new Touches(Optional.empty(), code -> Optional.empty(), Scale.none());
  }

  /** The event, or empty when the touch can mean nothing (a line that is no number). */
  public Optional<Event> event(Intent intent) {
    return switch (intent) {
      case Intent.Start _ -> Optional.of(new Event.Started());
      case Intent.OpenLine(String line) -> line(line).map(Event.LineOpened::new);
      case Intent.CloseLine _ -> Optional.of(new Event.LineClosed());
      case Intent.OneMore(String line) -> line(line).map(n -> new Event.CountChanged(n, 1));
      case Intent.OneLess(String line) -> line(line).map(n -> new Event.CountChanged(n, -1));
      case Intent.RemoveLine(String line) -> line(line).map(Event.LineVoided::new);
      case Intent.AddBag _ -> bag.map(Event.BagAdded::new);
      case Intent.Cancel _ -> Optional.of(new Event.CancelRequested());
      case Intent.ConfirmCancel _ -> Optional.of(new Event.CancelConfirmed());
      case Intent.Pay _ -> Optional.of(new Event.PayRequested());
      case Intent.ChooseMethod(Screen.Method method) ->
          Optional.of(
              switch (method) {
                case PAY_CODE -> new Event.PayCodeChosen();
                case FACE -> new Event.FaceChosen();
                case WALLET_FACE -> new Event.WalletFaceChosen();
                case CARD -> new Event.CardChosen();
                case WALLET_QR -> new Event.ShownCodeChosen();
                case ALIPAY_QR -> new Event.WalletChosen("alipay");
                case WECHAT_QR -> new Event.WalletChosen("wechat");
                case STAFF -> new Event.StaffChosen();
              });
      case Intent.Back _ -> Optional.of(new Event.WentBack());
      case Intent.Retry _ -> Optional.of(new Event.RetryRequested());
      case Intent.AnotherWay _ -> Optional.of(new Event.AnotherWayRequested());
      case Intent.Member _ -> Optional.of(new Event.MemberRequested());
      case Intent.AgreeFace _ -> Optional.of(new Event.FaceAgreed());
      case Intent.FullNotice _ -> Optional.of(new Event.NoticeToggled());
      case Intent.Digit(int digit) -> Optional.of(new Event.DigitTyped(new Digits.Digit(digit)));
      case Intent.DeleteDigit _ -> Optional.of(new Event.DigitDeleted());
      case Intent.ClearDigits _ -> Optional.of(new Event.DigitsCleared());
      case Intent.ConfirmPerson _ -> Optional.of(new Event.PersonConfirmed());
      case Intent.NotMe _ -> Optional.of(new Event.PersonDenied());
      case Intent.WithdrawFace _ -> Optional.of(new Event.WithdrawalRequested());
      case Intent.ConfirmWithdraw _ -> Optional.of(new Event.WithdrawalConfirmed());
      case Intent.NoBarcode _ -> Optional.of(new Event.ProduceRequested());
      case Intent.SearchGoods _ -> Optional.of(new Event.LettersToggled());
      case Intent.SearchLetter(char letter) -> Optional.of(new Event.LetterTyped(letter));
      case Intent.ClearSearch _ -> Optional.of(new Event.SearchCleared());
      case Intent.ChooseGood(String good) -> goods.apply(good).map(Event.GoodChosen::new);
      case Intent.Tare _ -> Optional.of(new Event.Tared(scale.billableGrams().orElse(0)));
      case Intent.MorePieces _ -> Optional.of(new Event.PiecesCounted(1));
      case Intent.FewerPieces _ -> Optional.of(new Event.PiecesCounted(-1));
      case Intent.AddWeighed _ ->
          Optional.of(new Event.WeighedAdded(scale.billableGrams().orElse(0)));
      case Intent.NewCode _ -> Optional.of(new Event.RetryRequested());
      case Intent.ChoosePlan(String months) -> line(months).map(Event.PlanChosen::new);
      case Intent.PayAtOnce _ -> Optional.of(new Event.PlanChosen(0));
      case Intent.TickLine(String line) -> line(line).map(Event.LineTicked::new);
      case Intent.RequestRefund _ -> Optional.of(new Event.RefundRequested());
      case Intent.AgreeHold _ -> Optional.empty(); // a till holds nothing
      case Intent.PrintReceipt _ -> Optional.of(new Event.ReceiptRequested());
      case Intent.NoPaper _ -> Optional.of(new Event.ReceiptRefused());
      case Intent.PrintReference _ -> Optional.of(new Event.ReferenceRequested());
      case Intent.CallStaff _ -> Optional.of(new Event.StaffCalled());
      case Intent.Continue _ -> Optional.of(new Event.Continued());
      case Intent.Finish _ -> Optional.of(new Event.Finished());
      case Intent.SwitchLanguage _ -> Optional.of(new Event.LanguageSwitched());
      case Intent.ToggleLargerText _ -> Optional.of(new Event.TextSizeToggled());
      case Intent.ToggleHighContrast _ -> Optional.of(new Event.ContrastToggled());
    };
  }

  private static Optional<Integer> line(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
