// Starts the page: snapshots come in over the link, the newest is drawn, the terminal is told when it is on the glass.
import { render } from '/lit/lit-html.js';
import { connect } from './link.js';
import { applyLook, nearestPanel } from './look.js';
import { view } from './screens.js';
import { afterRender, hiddenRows, rowsAbove } from './paging.js';
import { beepOnNewLine } from './sound.js';
import { paintPreview, wipeUnseen } from './preview.js';
import { secondsLeft, startCountdown } from './countdown.js';

const page = /** @type {HTMLElement} */ (document.getElementById('page'));

/** @type {import('./types.js').Snapshot | null} */
let snapshot = null;
let lost = false;
let painting = false;
const framePainted = new MessageChannel();
framePainted.port1.onmessage = event => link.send({ painted: event.data });

const link = connect({
  onSnapshot(next) {
    beepOnNewLine(snapshot, next);
    startCountdown(next);
    snapshot = next;
    lost = false;
    draw(() => link.send({ dom: next.seq }));
    reportPainted();
  },
  onPreview: picture => paintPreview(page, picture),
  onLost() {
    lost = true;
    draw();
  },
});

/** Sends an intent on the snapshot that is on the glass. */
function send(intent, more = {}) {
  if (snapshot && !lost) link.send({ intent, seq: snapshot.seq, ...more });
}

function draw(inDocument = () => {}) {
  const size = nearestPanel();
  applyLook(snapshot?.display, size);
  const state = { snapshot, lost, size, send, hidden: hiddenRows(), above: rowsAbove(), seconds: secondsLeft() };
  render(view(state), page);
  wipeUnseen(page);
  inDocument();
  if (afterRender(page)) render(view({ ...state, hidden: hiddenRows(), above: rowsAbove() }), page);
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
addEventListener('contextmenu', event => event.preventDefault());
draw();

// All slices of the font at once: a name with a rare character must not wait for its slice when it is scanned.
Promise.allSettled([...document.fonts].map(face => face.load())).then(() => {
  document.documentElement.dataset.fonts = 'ready';
});
