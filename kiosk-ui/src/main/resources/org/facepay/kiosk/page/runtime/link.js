// The page's end of the WebSocket: whole snapshots in, short messages out, back again after every loss.

/** @import { Intent, Language, Snapshot } from '../messages.js' */

/**
 * What comes: first the build the page must be of and whether it can be heard, then snapshots; pictures of the
 * camera come as blobs.
 *
 * @typedef {{ build: string, voice: boolean }} Hello
 */
/**
 * What goes: a touch with the snapshot it was made on and how long the finger has been down, or what has become of a
 * snapshot or a picture.
 *
 * @typedef {Intent & { seq: number, held: number }} Touched
 * @typedef {Touched | { dom: number } | { painted: number } | { preview: true } |
 *   { say: string, language: Language } | { unplayable: string }} Message
 */

const SHOW_LOSS_AFTER_MS = 1000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4000;

/**
 * @typedef {object} Listener
 * @property {(speaks: boolean) => void} onHello whether the terminal can read out
 * @property {(snapshot: Snapshot) => void} onSnapshot
 * @property {(picture: Blob) => Promise<void>} onPreview ready for the next one when it is done
 * @property {() => void} onLost
 */

export class Link {
  /** @type {WebSocket | null} */
  #socket = null;
  #retryMs = FIRST_RETRY_MS;
  #lossTimer = 0;
  #listener;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
    this.#open();
  }

  /** @param {Message} message dropped while there is no connection */
  send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #open() {
    this.#socket = new WebSocket(`ws://${location.host}/live`);
    this.#socket.onmessage = event => this.#take(event.data);
    this.#socket.onclose = () => this.#closed();
  }

  /** @param {string | Blob} data */
  #take(data) {
    if (data instanceof Blob) {
      this.#listener.onPreview(data).finally(() => this.send({ preview: true }));
      return;
    }
    const message = /** @type {Hello | Snapshot} */ (JSON.parse(data));
    if ('build' in message) {
      if (message.build !== document.documentElement.dataset.build) location.reload();
      else this.#listener.onHello(message.voice);
      return;
    }
    clearTimeout(this.#lossTimer);
    this.#lossTimer = 0;
    this.#retryMs = FIRST_RETRY_MS;
    this.#listener.onSnapshot(message);
  }

  #closed() {
    this.#socket = null;
    this.#lossTimer ||= setTimeout(this.#listener.onLost, SHOW_LOSS_AFTER_MS);
    setTimeout(() => this.#open(), this.#retryMs);
    this.#retryMs = Math.min(2 * this.#retryMs, LAST_RETRY_MS);
  }
}
