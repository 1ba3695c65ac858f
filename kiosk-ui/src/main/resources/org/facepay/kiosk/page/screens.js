// Which view draws which screen. A view is a pure function of the snapshot and the panel.
import { html, nothing } from '/lit/lit-html.js';
import { keyed } from '/lit/directives/keyed.js';
import { attract } from './attract/attract.js';
import { playing } from './attract/playing.js';
import { basket } from './basket/basket.js';
import { line } from './basket/line.js';
import { boot, closed, unconnected } from './closed/closed.js';
import { consent } from './consent/consent.js';
import { ask } from './container/ask.js';
import { bill } from './container/bill.js';
import { dispute, objected } from './container/dispute.js';
import { doorOpen, wrongPlace } from './container/door.js';
import { debt, notOpened } from './container/shut.js';
import { counting, taking } from './container/taking.js';
import { containerWelcome, doorOpening } from './container/welcome.js';
import { overlay } from './dialog/dialog.js';
import { capture } from './face/capture.js';
import { confirm } from './face/confirm.js';
import { faceEnded, joinOffer } from './face/ended.js';
import { followCamera } from './face/follow.js';
import { holdExplained } from './hold/hold.js';
import { instalments } from './hold/instalments.js';
import { keypad } from './member/keypad.js';
import { memberCard } from './member/member.js';
import { memberWays } from './member/ways.js';
import { payChoice } from './payment/choice.js';
import { presentCode, processing } from './payment/code.js';
import { declined } from './payment/declined.js';
import { codeClosing, payQr } from './payment/qr.js';
import { followReader } from './payment/reader.js';
import { handedOver } from './payment/handed.js';
import { success } from './payment/success.js';
import { unknown } from './payment/unknown.js';
import { produce } from './produce/produce.js';
import { weighing } from './produce/weighing.js';
import { refundLines } from './refund/lines.js';
import { refundAttendant, refunded, refunding } from './refund/refund.js';
import { refundScan } from './refund/scan.js';
import { ageCheck } from './staff/age.js';
import { cash } from './staff/cash.js';
import { lineTask } from './staff/lines.js';
import { staffMenu } from './staff/menu.js';
import { phonePairing } from './staff/phone.js';
import { placing } from './staff/placing.js';
import { restock } from './staff/restock.js';
import { useBy } from './staff/use-by.js';
import { suspended } from './staff/suspended.js';
import { collect, dispensing, notDelivered } from './vending/outcome.js';
import { vendingNumbers } from './vending/numbers.js';
import { notSold, vendingKeypad } from './vending/keypad.js';
import { shelf } from './vending/shelf.js';
import { cover } from './voice/voice.js';
import { words } from './words.js';

/** @import { Display, Screen, Snapshot } from './messages.js' */
/** @import { Drawn, Page, Send, Size, View } from './shared/page.js' */
/** @import { Voice } from './voice/voice.js' */

/** @type {{ [Type in Screen['type']]: View<Extract<Screen, { type: Type }>> }} */
const VIEWS = {
  boot,
  attract,
  playing,
  basket,
  payChoice,
  presentCode,
  processing,
  declined,
  unknown,
  success,
  closed,
  consent,
  capture,
  confirm,
  keypad,
  faceEnded,
  joinOffer,
  memberCard,
  memberWays,
  followCamera,
  produce,
  weighing,
  payQr,
  codeClosing,
  handedOver,
  followReader,
  instalments,
  holdExplained,
  refundScan,
  refundLines,
  refundAttendant,
  refunding,
  refunded,
  ageCheck,
  cash,
  lineTask,
  phonePairing,
  suspended,
  restock,
  placing,
  useBy,
  staffMenu,
  vendingShelf: shelf,
  vendingNumbers,
  vendingKeypad,
  notSold,
  dispensing,
  collect,
  notDelivered,
  containerWelcome,
  doorOpening,
  taking,
  wrongPlace,
  doorOpen,
  counting,
  ask,
  bill,
  dispute,
  objected,
  debt,
  notOpened,
};

/** @type {Display} */
const BEFORE_ANY = {
  language: 'ZH',
  largerText: false,
  highContrast: false,
  shop: '',
  terminal: '',
  clock: '',
  online: true,
};

/**
 * What is drawn from.
 *
 * @typedef {{ snapshot: Snapshot | null, lost: boolean, size: Size, send: Send, hidden: number, above: boolean,
 *   seconds: number, voice: Voice }} State
 */

/** @param {State} state */
export function view(state) {
  const { snapshot, lost, size } = state;
  const shown = lost ? null : snapshot;
  const page = pageOf(state, Boolean(shown?.overlay));
  if (!shown) return keyed(lost ? 'lost' : 'boot', unconnected(page, lost));
  const over = shown.overlay ? overlay(page, shown.overlay) : nothing;
  const [name, drawn] = draw(page, shown.screen, over);
  return html`${keyed(`${name} ${size}`, drawn)}${cover(page)}`;
}

/**
 * @param {State} state
 * @param {boolean} calm
 * @returns {Page}
 */
function pageOf({ snapshot, size, send, hidden, above, seconds, voice }, calm) {
  const display = snapshot?.display ?? BEFORE_ANY;
  return {
    words: words(display.language),
    display,
    size,
    portrait: size === 'p21',
    medium: size === 'l10',
    small: size === 'l7',
    largerText: display.largerText,
    chinese: display.language === 'ZH',
    hidden,
    above,
    seconds,
    voice,
    calm,
    send,
  };
}

/**
 * On the small panel an open line has the screen to itself.
 *
 * @param {Page} page
 * @param {Screen} screen
 * @param {Drawn} over
 * @returns {[name: string, Drawn]}
 */
function draw(page, screen, over) {
  const open =
    screen.type === 'basket' && screen.editing && page.small ? screen.lines.find(each => each.open) : undefined;
  if (open) return ['line', line(page, open, over)];
  const drawScreen = /** @type {View<Screen>} */ (VIEWS[screen.type]);
  return [screen.type, drawScreen(page, screen, over)];
}
