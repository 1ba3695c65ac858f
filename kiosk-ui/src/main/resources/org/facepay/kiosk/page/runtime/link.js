// The page's end of the WebSocket: whole snapshots in, short messages out, back again after every loss.

/** @import { Intent, Snapshot } from '../messages.js' */

/**
 * What comes: first the build the page must be of, then snapshots; pictures of the camera come as blobs.
 *
 * @typedef {{ build: string }} Hello
 */
/**
 * What goes: a touch with the snapshot it was made on and how long the finger has been down, or what has become of a
 * snapshot or a picture.
 *
 * @typedef {Intent & { seq: number, held: number }} Touched
 * @typedef {Touched | { dom: number } | { painted: number } | { preview: true }} Message
 */

const SHOW_LOSS_AFTER_MS = 1000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4000;

/**
 * @param {{ onSnapshot: (s: Snapshot) => void, onPreview: (b: Blob) => Promise<void>, onLost: () => void }} to
 */
export function connect(to) {
  /** @type {WebSocket | null} */
  let socket = null;
  let retryMs = FIRST_RETRY_MS;
  let lossTimer = 0;

  function open() {
    socket = new WebSocket(`ws://${location.host}/live`);
    socket.onmessage = event => take(event.data);
    socket.onclose = closed;
  }

  function take(/** @type {string | Blob} */ data) {
    if (data instanceof Blob) {
      to.onPreview(data).finally(() => send({ preview: true }));
      return;
    }
    const message = /** @type {Hello | Snapshot} */ (JSON.parse(data));
    if ('build' in message) {
      if (message.build !== document.documentElement.dataset.build) location.reload();
      return;
    }
    clearTimeout(lossTimer);
    lossTimer = 0;
    retryMs = FIRST_RETRY_MS;
    to.onSnapshot(message);
  }

  function closed() {
    socket = null;
    lossTimer ||= setTimeout(to.onLost, SHOW_LOSS_AFTER_MS);
    setTimeout(open, retryMs);
    retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
  }

  function send(/** @type {Message} */ message) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  open();
  return { send };
}
