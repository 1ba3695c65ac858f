package org.facepay.kiosk.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;
import java.util.Map;
import org.facepay.kiosk.screen.ContainerScreen;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.MemberScreen;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.screen.WeighScreen;

/**
 * Snapshots as the page reads them. The names of the screens are fixed here, not taken from class
 * names, so that a renamed record cannot break the page silently.
 *
 * <pre>
 * {"seq":12,"display":{…},"screen":{"type":"basket",…},"overlay":{"type":"idleWarning","seconds":20}}
 * </pre>
 */
final class SnapshotJson {
  private static final JsonMapper JSON = mapper();

  /**
   * The page has no encoder, so the URL of such a screen goes with its modules, in this field;
   * there are none where the URL is empty.
   */
  static final Map<Class<? extends Screen>, String> CODES =
      Map.of(
          Screen.Success.class,
          "receiptCode",
          PaymentScreen.PayQr.class,
          "payCode",
          StaffScreen.Phone.class,
          "phoneCode",
          StaffScreen.Suspended.class,
          "basketCode",
          ContainerScreen.Bill.class,
          "billCode",
          MemberScreen.MemberCard.class,
          "memberCode");

  private SnapshotJson() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addMixIn(Screen.class, ScreenNames.class)
        .addMixIn(Snapshot.Overlay.class, OverlayNames.class)
        .build();
  }

  static String write(Snapshot snapshot) {
    ObjectNode tree = JSON.valueToTree(snapshot);
    switch (snapshot.screen()) {
      case Screen.Success success -> addCode(tree, success, success.receiptUrl());
      case PaymentScreen.PayQr payQr -> addCode(tree, payQr, payQr.url());
      case StaffScreen.Phone phone -> addCode(tree, phone, phone.url());
      case StaffScreen.Suspended kept -> addCode(tree, kept, kept.code());
      case ContainerScreen.Bill bill -> addCode(tree, bill, bill.receiptUrl());
      case MemberScreen.MemberCard card -> addCode(tree, card, card.code());
      default -> {}
    }
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addCode(ObjectNode tree, Screen screen, String url) {
    QrModules modules = url.isEmpty() ? new QrModules(0, "") : QrModules.of(url);
    ((ObjectNode) tree.get("screen")).set(CODES.get(screen.getClass()), JSON.valueToTree(modules));
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Screen.Boot.class, name = "boot"),
    @JsonSubTypes.Type(value = Screen.Attract.class, name = "attract"),
    @JsonSubTypes.Type(value = Screen.Playing.class, name = "playing"),
    @JsonSubTypes.Type(value = Screen.Basket.class, name = "basket"),
    @JsonSubTypes.Type(value = Screen.PayChoice.class, name = "payChoice"),
    @JsonSubTypes.Type(value = Screen.PresentCode.class, name = "presentCode"),
    @JsonSubTypes.Type(value = Screen.Processing.class, name = "processing"),
    @JsonSubTypes.Type(value = Screen.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = Screen.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = Screen.Success.class, name = "success"),
    @JsonSubTypes.Type(value = FaceScreen.Consent.class, name = "consent"),
    @JsonSubTypes.Type(value = FaceScreen.Capture.class, name = "capture"),
    @JsonSubTypes.Type(value = FaceScreen.Confirm.class, name = "confirm"),
    @JsonSubTypes.Type(value = FaceScreen.Keypad.class, name = "keypad"),
    @JsonSubTypes.Type(value = FaceScreen.JoinOffer.class, name = "joinOffer"),
    @JsonSubTypes.Type(value = FaceScreen.FaceEnded.class, name = "faceEnded"),
    @JsonSubTypes.Type(value = MemberScreen.MemberWays.class, name = "memberWays"),
    @JsonSubTypes.Type(value = MemberScreen.MemberCard.class, name = "memberCard"),
    @JsonSubTypes.Type(value = FaceScreen.FollowCamera.class, name = "followCamera"),
    @JsonSubTypes.Type(value = Screen.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = WeighScreen.Produce.class, name = "produce"),
    @JsonSubTypes.Type(value = WeighScreen.Weighing.class, name = "weighing"),
    @JsonSubTypes.Type(value = PaymentScreen.PayQr.class, name = "payQr"),
    @JsonSubTypes.Type(value = PaymentScreen.CodeClosing.class, name = "codeClosing"),
    @JsonSubTypes.Type(value = PaymentScreen.HandedOver.class, name = "handedOver"),
    @JsonSubTypes.Type(value = PaymentScreen.FollowReader.class, name = "followReader"),
    @JsonSubTypes.Type(value = PaymentScreen.Instalments.class, name = "instalments"),
    @JsonSubTypes.Type(value = PaymentScreen.HoldExplained.class, name = "holdExplained"),
    @JsonSubTypes.Type(value = PaymentScreen.RefundScan.class, name = "refundScan"),
    @JsonSubTypes.Type(value = PaymentScreen.RefundLines.class, name = "refundLines"),
    @JsonSubTypes.Type(value = PaymentScreen.RefundAttendant.class, name = "refundAttendant"),
    @JsonSubTypes.Type(value = PaymentScreen.Refunding.class, name = "refunding"),
    @JsonSubTypes.Type(value = PaymentScreen.Refunded.class, name = "refunded"),
    @JsonSubTypes.Type(value = StaffScreen.Menu.class, name = "staffMenu"),
    @JsonSubTypes.Type(value = StaffScreen.LineTask.class, name = "lineTask"),
    @JsonSubTypes.Type(value = StaffScreen.Cash.class, name = "cash"),
    @JsonSubTypes.Type(value = StaffScreen.Suspended.class, name = "suspended"),
    @JsonSubTypes.Type(value = StaffScreen.Restock.class, name = "restock"),
    @JsonSubTypes.Type(value = StaffScreen.Placing.class, name = "placing"),
    @JsonSubTypes.Type(value = StaffScreen.UseBy.class, name = "useBy"),
    @JsonSubTypes.Type(value = StaffScreen.Phone.class, name = "phonePairing"),
    @JsonSubTypes.Type(value = StaffScreen.AgeCheck.class, name = "ageCheck"),
    @JsonSubTypes.Type(value = VendingScreen.Shelf.class, name = "vendingShelf"),
    @JsonSubTypes.Type(value = VendingScreen.Numbers.class, name = "vendingNumbers"),
    @JsonSubTypes.Type(value = VendingScreen.ByKeypad.class, name = "vendingKeypad"),
    @JsonSubTypes.Type(value = VendingScreen.NotSold.class, name = "notSold"),
    @JsonSubTypes.Type(value = VendingScreen.Dispensing.class, name = "dispensing"),
    @JsonSubTypes.Type(value = VendingScreen.Collect.class, name = "collect"),
    @JsonSubTypes.Type(value = VendingScreen.NotDelivered.class, name = "notDelivered"),
    @JsonSubTypes.Type(value = ContainerScreen.Welcome.class, name = "containerWelcome"),
    @JsonSubTypes.Type(value = ContainerScreen.Opening.class, name = "doorOpening"),
    @JsonSubTypes.Type(value = ContainerScreen.Taking.class, name = "taking"),
    @JsonSubTypes.Type(value = ContainerScreen.WrongPlace.class, name = "wrongPlace"),
    @JsonSubTypes.Type(value = ContainerScreen.DoorOpen.class, name = "doorOpen"),
    @JsonSubTypes.Type(value = ContainerScreen.Counting.class, name = "counting"),
    @JsonSubTypes.Type(value = ContainerScreen.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = ContainerScreen.Bill.class, name = "bill"),
    @JsonSubTypes.Type(value = ContainerScreen.Dispute.class, name = "dispute"),
    @JsonSubTypes.Type(value = ContainerScreen.Objected.class, name = "objected"),
    @JsonSubTypes.Type(value = ContainerScreen.Debt.class, name = "debt"),
    @JsonSubTypes.Type(value = ContainerScreen.NotOpened.class, name = "notOpened"),
  })
  private interface ScreenNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Snapshot.Overlay.IdleWarning.class, name = "idleWarning"),
    @JsonSubTypes.Type(value = Snapshot.Overlay.AttendantCalled.class, name = "attendantCalled"),
    @JsonSubTypes.Type(value = Snapshot.Overlay.ConfirmCancel.class, name = "confirmCancel"),
    @JsonSubTypes.Type(value = Snapshot.Overlay.ConfirmWithdraw.class, name = "confirmWithdraw"),
    @JsonSubTypes.Type(value = Snapshot.Overlay.ConfirmLeave.class, name = "confirmLeave"),
    @JsonSubTypes.Type(value = Snapshot.Overlay.BagCheck.class, name = "bagCheck"),
  })
  private interface OverlayNames {}
}
