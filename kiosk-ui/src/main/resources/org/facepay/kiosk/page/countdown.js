// Seconds until the terminal ends a screen or wipes a basket, counted here so that no snapshot per second is needed.

/** Screens that end, or hold something that does; a new code to scan starts anew. */
const COUNTED = ['success', 'payQr', 'codeClosing'];

let key = '';
let endsAt = 0;
let shown = 0;
let timer = 0;

/** The seconds of the snapshot start counting when they first appear, not again with every push of the same. */
export function startCountdown(snapshot) {
  const part = snapshot.overlay?.type === 'idleWarning' ? snapshot.overlay : COUNTED.includes(snapshot.screen.type) ? snapshot.screen : null;
  const next = part ? `${part.type} ${part.seconds} ${part.url ?? ''}` : '';
  if (next === key) return;
  key = next;
  clearInterval(timer);
  if (!part) return;
  endsAt = performance.now() + 1000 * part.seconds;
  shown = part.seconds;
  timer = setInterval(tick, 200);
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
