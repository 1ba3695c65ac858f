package org.facepay.kiosk.screen;

/**
 * What the shopper asked for by touching the page. Whether it is possible now is decided by the
 * session's state, never by the page.
 */
public sealed interface Intent {
  record Start() implements Intent {}

  record OpenLine(String line) implements Intent {}

  /** Closes the line's own screen on small panels. */
  record CloseLine() implements Intent {}

  record OneMore(String line) implements Intent {}

  record OneLess(String line) implements Intent {}

  record RemoveLine(String line) implements Intent {}

  record AddBag() implements Intent {}

  /** To how many there are of what was chosen at a vending machine. */
  record ChangeNumbers() implements Intent {}

  /**
   * Asks to throw the basket away; answered with {@code ConfirmCancel} while it holds something.
   */
  record Cancel() implements Intent {}

  record ConfirmCancel() implements Intent {}

  /** To the ways of paying. */
  record Pay() implements Intent {}

  record ChooseMethod(Screen.Method method) implements Intent {}

  /** To the screen before. */
  record Back() implements Intent {}

  /** Pay again after a payment that truly ended without money. */
  record Retry() implements Intent {}

  /** Another way, after a payment that ended without money. */
  record AnotherWay() implements Intent {}

  /** To becoming known as a member, or to the member's own page. */
  record Member() implements Intent {}

  /** To being known as a member without a face. */
  record WithoutFace() implements Intent {}

  /** By the phone number and the digits of the member's code. */
  record ByPhone() implements Intent {}

  /** Asks to end the membership; answered with {@code ConfirmLeave}. */
  record LeaveMembership() implements Intent {}

  record ConfirmLeave() implements Intent {}

  /** Agrees to what the consent screen says, of a face or not. */
  record AgreeFace() implements Intent {}

  /** Opens or closes the full notice. */
  record FullNotice() implements Intent {}

  /** One digit on the keypad, 0 to 9; prints as redacted, for it is part of a phone number. */
  record Digit(int digit) implements Intent {
    public Digit {
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("expected a digit");
      }
    }

    @Override
    public String toString() {
      return "Digit[REDACTED]";
    }
  }

  record DeleteDigit() implements Intent {}

  record ClearDigits() implements Intent {}

  /** The number that was typed is whole and right. */
  record ConfirmDigits() implements Intent {}

  /** Name and amount are right: pay. */
  record ConfirmPerson() implements Intent {}

  /** Somebody else was recognised. */
  record NotMe() implements Intent {}

  /** Undoes the removal of the line that was taken out last. */
  record PutBack() implements Intent {}

  /** Somebody who is no member yet wants to become one. */
  record Join() implements Intent {}

  /** Asks to delete the face; answered with {@code ConfirmWithdraw}. */
  record WithdrawFace() implements Intent {}

  record ConfirmWithdraw() implements Intent {}

  /** From the basket to the goods without a barcode. */
  record NoBarcode() implements Intent {}

  /** One of them, to be weighed or counted. */
  record ChooseGood(String good) implements Intent {}

  /** Opens or closes the letters on a landscape panel. */
  record SearchGoods() implements Intent {}

  /** One more initial, A to Z. */
  record SearchLetter(char letter) implements Intent {
    public SearchLetter {
      if (letter < 'A' || letter > 'Z') {
        throw new IllegalArgumentException("expected a capital letter");
      }
    }
  }

  record ClearSearch() implements Intent {}

  /** Takes the bag's weight off, or on again. */
  record Tare() implements Intent {}

  /** One more of the good that is being counted. */
  record MorePieces() implements Intent {}

  record FewerPieces() implements Intent {}

  /** What was weighed or counted goes into the basket. */
  record AddWeighed() implements Intent {}

  /** A fresh code after the one on the screen has expired. */
  record NewCode() implements Intent {}

  record ChoosePlan(String plan) implements Intent {}

  /** No instalments. */
  record PayAtOnce() implements Intent {}

  /** To the choice in how many parts. */
  record PayInParts() implements Intent {}

  /** Agrees to what the hold screen says. */
  record AgreeHold() implements Intent {}

  /** What lies in a wrong place is meant to be taken, or stays there: it is charged. */
  record KeepHere() implements Intent {}

  /** A line of a bill is not right. */
  record Dispute() implements Intent {}

  /** The line that was chosen was not taken at all. */
  record NotTaken() implements Intent {}

  /** Fewer were taken of the line that was chosen. */
  record WrongNumber() implements Intent {}

  /** Ticks or unticks a line of a receipt. */
  record TickLine(String line) implements Intent {}

  /** The ticked lines are to go back. */
  record RequestRefund() implements Intent {}

  /** The shopper does without the goods that wait for a look of staff. */
  record LeaveRestricted() implements Intent {}

  /** Staff: the shopper is old enough. */
  record ConfirmAge() implements Intent {}

  /** Staff: too young; what waits is taken out. */
  record RefuseAge() implements Intent {}

  /** Staff: one of the things that can be done. */
  record ChooseTask(StaffScreen.Job job) implements Intent {}

  /** Staff: one of the answers the screen offers, e.g. a reason, or a key of the till. */
  record ChooseOption(String option) implements Intent {}

  /** Staff: the money is in the drawer and the change is given. */
  record TakeCash() implements Intent {}

  record PrintReceipt() implements Intent {}

  /** Ends the success screen without paper. */
  record NoPaper() implements Intent {}

  record PrintReference() implements Intent {}

  record CallStaff() implements Intent {}

  /** A hand on the glass where there is nothing to press: somebody is still there. */
  record StillHere() implements Intent {}

  /** Closes a dialog, goes on shopping. */
  record Continue() implements Intent {}

  /** Ends the session from the idle warning. */
  record Finish() implements Intent {}

  record SwitchLanguage() implements Intent {}

  record ToggleLargerText() implements Intent {}

  record ToggleHighContrast() implements Intent {}
}
