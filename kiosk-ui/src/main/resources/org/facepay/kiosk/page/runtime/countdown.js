// Seconds until the terminal ends a screen or wipes a basket, counted here so that no snapshot per second is needed.

/** @import { Bill, CodeClosing, DoorOpen, HandedOver, IdleWarning, Opening } from '../messages.js' */
/** @import { PayQr, Snapshot, Success } from '../messages.js' */

/** @typedef {IdleWarning | Success | HandedOver | PayQr | CodeClosing | Opening | DoorOpen | Bill} Counted */

const COUNTED = ['success', 'handedOver', 'payQr', 'codeClosing', 'doorOpening', 'doorOpen', 'bill'];

let key = '';
let endsAt = 0;
let shown = 0;
let timer = 0;

/**
 * What is counted down: a dialog before the screen below it; a screen that ends, or holds something that does.
 *
 * @param {Snapshot} snapshot
 * @returns {Counted | null}
 */
function counted({ overlay, screen }) {
  if (overlay?.type === 'idleWarning') return overlay;
  return COUNTED.includes(screen.type) ? /** @type {Counted} */ (screen) : null;
}

/**
 * The seconds of the snapshot start counting when they first appear, not again with every push of the same; a new code
 * to scan starts anew.
 *
 * @param {Snapshot} snapshot
 */
export function startCountdown(snapshot) {
  const part = counted(snapshot);
  const next = part ? `${part.type} ${part.seconds} ${which(part)}` : '';
  if (next === key) return;
  key = next;
  clearInterval(timer);
  if (!part) return;
  endsAt = performance.now() + 1000 * part.seconds;
  shown = part.seconds;
  timer = setInterval(tick, 200);
}

/** @param {Counted} part */
function which(part) {
  if (part.type === 'payQr') return part.url;
  return 'clock' in part ? part.clock : '';
}

/** Whole seconds left, 0 when over. */
export function secondsLeft() {
  return shown;
}

function tick() {
  const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
  if (left !== shown) {
    shown = left;
    dispatchEvent(new Event('kiosk:again'));
  }
  if (left === 0) clearInterval(timer);
}
