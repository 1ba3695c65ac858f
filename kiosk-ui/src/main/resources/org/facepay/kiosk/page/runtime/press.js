// One press of a finger, from its going down to the click it makes: what was on the glass when it began, and counted
// once.

/** A panel that reports a finger as touch and as mouse does so within this time of the finger's going up. */
const ECHO_MS = 700;

/** A finger whose going up is never reported is up after this. */
const LONGEST_MS = 10_000;

/** @typedef {MouseEvent & { pointerType?: string }} Pointed a click has the kind of its pointer in Chromium */

let down = { seq: -1, at: 0 };
let counted = { type: '', until: 0 };

/**
 * @param {() => number} paintedSeq the snapshot that is on the glass
 */
export function watchPresses(paintedSeq) {
  const begin = (/** @type {number} */ at) => {
    down = { seq: paintedSeq(), at };
  };
  addEventListener(
    'pointerdown',
    event => {
      if (!event.isPrimary || echo(event)) return;
      begin(event.timeStamp);
      counted = { type: event.pointerType, until: event.timeStamp + LONGEST_MS };
    },
    true,
  );
  for (const up of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    addEventListener(
      up,
      event => {
        if (event.isPrimary && event.pointerType === counted.type) counted.until = event.timeStamp + ECHO_MS;
      },
      true,
    );
  }
  addEventListener(
    'click',
    event => {
      if (echo(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (event.detail === 0) begin(event.timeStamp); // a key, not a finger
    },
    true,
  );
}

/**
 * The same finger once more, as another kind of pointer.
 *
 * @param {Pointed} event
 */
function echo(event) {
  return Boolean(event.pointerType) && event.pointerType !== counted.type && event.timeStamp < counted.until;
}

/** At most so often is it told: a hand that plays on the glass must not fill the journal. */
const STILL_HERE_MS = 3_000;

/**
 * Tells of a hand that touches nothing that could be pressed, or moves a list: the browser takes such a finger over.
 *
 * @param {() => void} stillHere
 */
export function watchHands(stillHere) {
  const tell = seldom(stillHere);
  for (const moved of /** @type {const} */ (['pointercancel', 'wheel']))
    addEventListener(moved, tell, { passive: true });
  addEventListener('click', event => {
    if (!(event.target instanceof Element && event.target.closest('button'))) tell();
  });
}

/**
 * The same, not more often than need be.
 *
 * @param {() => void} stillHere
 */
export function seldom(stillHere) {
  let told = -STILL_HERE_MS;
  return () => {
    const now = performance.now();
    if (now - told < STILL_HERE_MS) return;
    told = now;
    stillHere();
  };
}

/** What the press under way says of itself: the snapshot it began on, and for how many milliseconds it has lasted. */
export function press() {
  return { seq: down.seq, held: Math.max(0, Math.round(performance.now() - down.at)) };
}
