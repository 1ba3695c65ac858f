package org.facepay.terminal.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.Method;

/**
 * What a hand did, as journals of before the {@link Touched.Touch} call it: one name for each
 * button. Such a journal is read after an update in the middle of a session.
 */
public final class EarlierTouches {
  private static final Map<String, Function<Map<String, ?>, Intent>> NAMES = new HashMap<>();

  static {
    always("Started", new Intent.Start());
    always("LineClosed", new Intent.CloseLine());
    always("CancelRequested", new Intent.Cancel());
    always("CancelConfirmed", new Intent.ConfirmCancel());
    always("PayRequested", new Intent.Pay());
    always("PayCodeChosen", new Intent.ChooseMethod(Method.PAY_CODE));
    always("ShownCodeChosen", new Intent.ChooseMethod(Method.WALLET_QR));
    always("CardChosen", new Intent.ChooseMethod(Method.CARD));
    always("StaffChosen", new Intent.ChooseMethod(Method.STAFF));
    always("FaceChosen", new Intent.ChooseMethod(Method.FACE));
    always("WalletFaceChosen", new Intent.ChooseMethod(Method.WALLET_FACE));
    always("ProduceRequested", new Intent.NoBarcode());
    always("LettersToggled", new Intent.SearchGoods());
    always("SearchCleared", new Intent.ClearSearch());
    always("MemberRequested", new Intent.Member());
    always("FaceAgreed", new Intent.AgreeFace());
    always("NoticeToggled", new Intent.FullNotice());
    always("DigitDeleted", new Intent.DeleteDigit());
    always("DigitsCleared", new Intent.ClearDigits());
    always("PersonConfirmed", new Intent.ConfirmPerson());
    always("PersonDenied", new Intent.NotMe());
    always("WithdrawalRequested", new Intent.WithdrawFace());
    always("WithdrawalConfirmed", new Intent.ConfirmWithdraw());
    always("RefundRequested", new Intent.RequestRefund());
    always("WentBack", new Intent.Back());
    always("RetryRequested", new Intent.Retry());
    always("AnotherWayRequested", new Intent.AnotherWay());
    always("ReceiptRequested", new Intent.PrintReceipt());
    always("ReceiptRefused", new Intent.NoPaper());
    always("ReferenceRequested", new Intent.PrintReference());
    always("StaffCalled", new Intent.CallStaff());
    always("Continued", new Intent.Continue());
    always("Finished", new Intent.Finish());
    always("LanguageSwitched", new Intent.SwitchLanguage());
    always("TextSizeToggled", new Intent.ToggleLargerText());
    always("ContrastToggled", new Intent.ToggleHighContrast());
    NAMES.put("LineOpened", b -> new Intent.OpenLine(text(b, "line")));
    NAMES.put("LineVoided", b -> new Intent.RemoveLine(text(b, "line")));
    NAMES.put("LineTicked", b -> new Intent.TickLine(text(b, "line")));
    NAMES.put("LetterTyped", b -> new Intent.SearchLetter(text(b, "letter").charAt(0)));
    NAMES.put(
        "CountChanged",
        b ->
            text(b, "by").startsWith("-")
                ? new Intent.OneLess(text(b, "line"))
                : new Intent.OneMore(text(b, "line")));
    NAMES.put(
        "PiecesCounted",
        b -> text(b, "by").startsWith("-") ? new Intent.FewerPieces() : new Intent.MorePieces());
    NAMES.put(
        "PlanChosen",
        b ->
            text(b, "months").equals("0")
                ? new Intent.PayAtOnce()
                : new Intent.ChoosePlan(text(b, "months")));
    NAMES.put(
        "WalletChosen",
        b ->
            new Intent.ChooseMethod(
                text(b, "wallet").equals("wechat") ? Method.WECHAT_QR : Method.ALIPAY_QR));
  }

  private EarlierTouches() {}

  /**
   * The touch of an entry of before.
   *
   * @param name of the entry
   * @param body its parts by their names
   */
  public static Optional<Event> read(String name, Map<String, ?> body) {
    return Optional.ofNullable(NAMES.get(name)).map(touch -> new Touched.Touch(touch.apply(body)));
  }

  private static void always(String name, Intent intent) {
    NAMES.put(name, body -> intent);
  }

  private static String text(Map<String, ?> body, String part) {
    return String.valueOf(body.get(part));
  }
}
