// Which view draws which screen. A view is a pure function of the snapshot and the panel.
import { html, nothing } from '/lit/lit-html.js';
import { keyed } from '/lit/directives/keyed.js';
import { words } from './words.js';
import { attract } from './attract.js';
import { basket } from './basket.js';
import { line } from './line.js';
import { payChoice, presentCode, processing } from './pay.js';
import { capture, confirm, followCamera } from './face.js';
import { consent } from './consent.js';
import { faceEnded } from './ended.js';
import { keypad } from './keypad.js';
import { memberCard } from './member.js';
import { produce } from './produce.js';
import { codeClosing, followReader, payQr } from './payqr.js';
import { holdExplained, instalments } from './hold.js';
import { refundAttendant, refundLines, refundScan, refunded, refunding } from './refund.js';
import { declined, unknown } from './result.js';
import { success } from './success.js';
import { boot, closed } from './rest.js';
import { weighing } from './weighing.js';
import { overlay } from './overlays.js';

const VIEWS = {
  boot, attract, basket, payChoice, presentCode, processing, declined, unknown, success, closed,
  consent, capture, confirm, keypad, faceEnded, memberCard, followCamera,
  produce, weighing,
  payQr, codeClosing, followReader, instalments, holdExplained, refundScan, refundLines, refundAttendant, refunding, refunded,
};

const BEFORE_ANY = { language: /** @type {const} */ ('ZH'), largerText: false, highContrast: false, shop: '', terminal: '', clock: '', online: true };

/** @param {{ snapshot: import('./types.js').Snapshot | null, lost: boolean, size: string, send: any, hidden: number, above: boolean, seconds: number }} state */
export function view(state) {
  const { snapshot, size } = state;
  const display = snapshot?.display ?? BEFORE_ANY;
  const shown = snapshot && !state.lost ? snapshot : null;
  /** @type {import('./types.js').Context} */
  const c = {
    t: words(display.language), display, size, portrait: size === 'p21', small: size === 'l7', medium: size === 'l10',
    large: display.largerText, zh: display.language === 'ZH', hidden: state.hidden, above: state.above, seconds: state.seconds,
    calm: Boolean(shown?.overlay), send: state.send,
  };
  if (!shown) return keyed(state.lost ? 'lost' : 'boot', boot(c, { bare: true, lost: state.lost }, nothing));
  const over = shown.overlay ? overlay(c, shown.overlay) : nothing;
  const [name, draw] = pick(c, shown.screen);
  return keyed(`${name} ${size}`, html`${draw(c, shown.screen, over)}`);
}

/** On the small panel an open line has the screen to itself. */
function pick(c, screen) {
  if (screen.type === 'basket' && screen.editing && c.small && screen.lines.some(l => l.open)) return ['line', line];
  return [screen.type, VIEWS[screen.type]];
}
