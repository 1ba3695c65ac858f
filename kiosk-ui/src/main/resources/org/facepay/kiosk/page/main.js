// Starts the page: snapshots come in over the link, the newest is drawn, the terminal is told when it is on the glass.
import { render } from '/lit/lit-html.js';
import { paintPreview, wipeUnseen } from './face/preview.js';
import { announce, focusDialog } from './runtime/announce.js';
import { secondsLeft, startCountdown } from './runtime/countdown.js';
import { keepStill, resetViewport } from './runtime/glass.js';
import { Link } from './runtime/link.js';
import { applyLook, nearestPanel } from './runtime/look.js';
import { afterRender, hiddenRows, rowsAbove } from './runtime/paging.js';
import { press, seldom, watchHands, watchPresses } from './runtime/press.js';
import { beepOnNewLine } from './runtime/sound.js';
import { view } from './screens.js';
import { AT_REST, Voice } from './voice/voice.js';

/** @import { Snapshot } from './messages.js' */
/** @import { Send } from './shared/page.js' */
/** @import { Touched } from './runtime/link.js' */

const mount = /** @type {HTMLElement} */ (document.getElementById('page'));

/** @type {Snapshot | null} */
let snapshot = null;
let lost = false;
let painting = false;
let paintedSeq = -1;
const framePainted = new MessageChannel();
framePainted.port1.onmessage = (/** @type {MessageEvent<number>} */ event) => {
  paintedSeq = event.data;
  link.send({ painted: paintedSeq });
};

const voice = new Voice({
  mount,
  say: (text, language) => link.send({ say: text, language }),
  callStaff: () => send('callStaff'),
  // A key of the audio keypad is no press of a finger.
  stillHere: seldom(() => {
    if (snapshot && !lost && paintedSeq >= 0) link.send({ intent: 'stillHere', seq: paintedSeq, held: 0 });
  }),
  draw: () => draw(),
});

const link = new Link({
  onHello(speaks) {
    voice.available = speaks;
    draw();
  },
  onSnapshot(next) {
    const before = snapshot;
    if (atRest(snapshot) !== atRest(next)) resetViewport();
    startCountdown(next);
    snapshot = next;
    lost = false;
    draw(() => link.send({ dom: next.seq }));
    announce(next);
    voice.shown(next);
    reportPainted();
    beepOnNewLine(before, next); // the sound has a frame's time; the line is on its way to the glass first
  },
  onPreview: picture => paintPreview(mount, picture),
  onLost() {
    lost = true;
    draw();
  },
});

/** Between two shoppers. */
const atRest = (/** @type {Snapshot | null} */ of) => AT_REST.includes(of?.screen.type ?? '');

/**
 * Sends an intent with the snapshot that was on the glass when the finger went down.
 *
 * @type {Send}
 */
const send = (intent, ...about) => {
  const { seq, held } = press();
  if (!snapshot || lost || seq < 0) return;
  link.send(/** @type {Touched} */ ({ intent, seq, held, ...about[0] }));
};

function draw(inDocument = () => {}) {
  const size = nearestPanel();
  applyLook(snapshot?.display, size);
  const state = { snapshot, lost, size, send, hidden: hiddenRows(), above: rowsAbove(), seconds: secondsLeft(), voice };
  render(view(state), mount);
  wipeUnseen(mount);
  focusDialog(mount);
  inDocument();
  if (afterRender(mount)) render(view({ ...state, hidden: hiddenRows(), above: rowsAbove() }), mount);
}

/**
 * One report per frame, for the newest snapshot in it. A message to oneself from an animation frame is handled when
 * that frame has been laid out, painted and handed to the compositor; a second animation frame would say so a whole
 * display period later.
 */
function reportPainted() {
  if (painting) return;
  painting = true;
  requestAnimationFrame(() => {
    painting = false;
    framePainted.port2.postMessage(snapshot?.seq);
  });
}

addEventListener('resize', () => draw());
addEventListener('kiosk:again', () => draw());
// What cannot be played says so itself; its errors do not bubble.
addEventListener(
  'error',
  ({ target }) => {
    const item = target instanceof HTMLElement && target.dataset.media;
    if (item) link.send({ unplayable: item });
  },
  true,
);
watchPresses(() => paintedSeq);
watchHands(() => send('stillHere'));
keepStill();
draw();

// All slices of the font at once: a name with a rare character must not wait for its slice when it is scanned.
Promise.allSettled([...document.fonts].map(face => face.load())).then(() => {
  document.documentElement.dataset.fonts = 'ready';
});
