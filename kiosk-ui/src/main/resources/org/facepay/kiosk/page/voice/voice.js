// Voice mode: the picture is dark, the whole glass is one pad, and what is under the finger or next in line is read out
// through the earphones. An audio keypad (such as those with an earphone jack that report as a keyboard) turns it on by
// plugging in, and moves by its keys; so do the arrow keys of any keyboard.
import { html, nothing } from '/lit/lit-html.js';
import { button, icon } from '../shared/parts.js';
import { words } from '../words.js';

/** @import { Language, Snapshot } from '../messages.js' */
/** @import { Drawn, Page } from '../shared/page.js' */

/** The keys of audio keypads and their jack, and those of a keyboard. */
const KEYS = new Map([
  ['F15', 'on'],
  ['F16', 'off'],
  ['F17', 'back'],
  ['ArrowUp', 'back'],
  ['ArrowLeft', 'back'],
  ['F18', 'next'],
  ['ArrowDown', 'next'],
  ['ArrowRight', 'next'],
  ['Home', 'first'],
  ['F21', 'choose'],
  ['F20', 'again'],
]);

/** What is read, in the order of the document. */
const READ = 'h1, h2, p, dt, dd, .row, .sum, .notice b, .tilebtn, button, [role="checkbox"]';

const SWIPE_PX = 60;
const TWICE_MS = 500;
const CALL_MS = 2000;

/** At rest without a sale it ends by itself. */
const REST_MS = 60_000;

/** Nobody is there. */
export const AT_REST = ['attract', 'playing', 'containerWelcome'];

/** After these somebody else comes. */
const ENDS = ['success', 'handedOver', 'refunded', 'vendingCollect', 'collect'];

/** @typedef {{ mount: HTMLElement, say: (text: string, language: Language) => void, callStaff: () => void,
 *   stillHere: () => void, draw: () => void }} Around */

export class Voice {
  available = false;
  on = false;
  /** @type {Element | null} */
  #current = null;
  #screen = '';
  /** @type {Language} */
  #language = 'ZH';
  #around;
  #down = { x: 0, at: 0 };
  #tapped = -Infinity;
  #calling = 0;
  #rest = 0;

  /** @param {Around} around */
  constructor(around) {
    this.#around = around;
    addEventListener('keydown', event => this.#key(event), true);
  }

  /** @param {Snapshot} snapshot */
  shown(snapshot) {
    this.#language = snapshot.display.language;
    const { screen, overlay } = snapshot;
    const now = `${screen.type} ${overlay?.type ?? ''}`;
    if (this.#isOver(screen)) this.#turn(false);
    this.#resting(AT_REST.includes(screen.type) && this.on);
    if (!this.on || now === this.#screen) {
      this.#screen = now;
      return;
    }
    this.#screen = now;
    this.#go(this.#items()[0] ?? null);
  }

  turnOn() {
    this.#turn(true);
    this.#resting(AT_REST.includes(this.#screen.split(' ')[0] ?? ''));
  }

  turnOff() {
    this.#turn(false);
  }

  /**
   * Whether this screen is somebody else's than the one before: the next shopper's, or the staff's.
   *
   * @param {Snapshot['screen']} screen
   */
  #isOver(screen) {
    const before = this.#screen.split(' ')[0] ?? '';
    const ended = ENDS.includes(before) && screen.type !== before;
    const left = AT_REST.includes(screen.type) && before !== '' && !AT_REST.includes(before);
    return ended || left || screen.type === 'closed' || 'badge' in screen;
  }

  /**
   * Whoever turned it on and left leaves no dark screen behind.
   *
   * @param {boolean} resting nobody is shopping
   */
  #resting(resting) {
    clearTimeout(this.#rest);
    if (resting) this.#rest = setTimeout(() => this.#turn(false), REST_MS);
  }

  /** @param {boolean} on */
  #turn(on) {
    if (!this.available || on === this.on) return;
    this.on = on;
    document.documentElement.dataset.voice = on ? 'on' : 'off';
    this.#around.draw();
    const said = words(this.#language);
    this.#say(on ? `${said.voiceTitle}. ${said.voiceHow}` : said.voiceOff);
    this.#current = null;
  }

  /** Nothing plays while somebody listens. */
  #stillHere() {
    if (this.on && AT_REST.includes(this.#screen.split(' ')[0] ?? '')) this.#around.stillHere();
  }

  #items() {
    const { mount } = this.#around;
    const dialog = mount.querySelector('.dialog');
    const all = dialog
      ? [...dialog.querySelectorAll(READ), ...mount.querySelectorAll('.bar button')]
      : [...mount.querySelectorAll(READ)];
    return all.filter(item => !item.closest('.voice') && !item.closest('[inert]') && spoken(item) !== '');
  }

  /** @param {number} by */
  #step(by) {
    const items = this.#items();
    const at = this.#current ? items.indexOf(this.#current) : -1;
    const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by));
    this.#go(items[next] ?? null);
  }

  /** @param {Element | null} item */
  #go(item) {
    this.#current = item;
    if (!item) return;
    item.scrollIntoView({ block: 'nearest' });
    if (item instanceof HTMLElement && item.matches('button')) item.focus({ preventScroll: true });
    this.#say(this.#described(item));
  }

  /** @param {Element} item */
  #described(item) {
    const said = words(this.#language);
    const pressed = item.getAttribute('aria-pressed') ?? item.getAttribute('aria-checked');
    const state = pressed === null ? '' : pressed === 'true' ? said.voicePressed : said.voiceNotPressed;
    const dead = item instanceof HTMLButtonElement && item.disabled ? said.voiceDead : '';
    const button = item.matches('button') ? said.voiceButton : '';
    return [spoken(item), button, state, dead].filter(Boolean).join(', ');
  }

  #choose() {
    const item = this.#current;
    if (item instanceof HTMLButtonElement && item.isConnected && !item.disabled) item.click();
    else if (item) this.#say(this.#described(item));
  }

  /** @param {string} text */
  #say(text) {
    this.#around.say(text.slice(0, 300), this.#language);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const meant = KEYS.get(event.key) ?? (event.key === 'Enter' && this.on ? 'choose' : undefined);
    if (!meant || (!this.on && meant !== 'on')) return;
    event.preventDefault();
    if (event.repeat) return;
    this.#stillHere();
    if (meant === 'on' || meant === 'off') this.#turn(meant === 'on');
    else if (meant === 'first') this.#go(this.#items()[0] ?? null);
    else if (meant === 'choose') this.#choose();
    else if (meant === 'again' && this.#current) this.#say(this.#described(this.#current));
    else this.#step(meant === 'back' ? -1 : 1);
  }

  /** @param {PointerEvent} event */
  down(event) {
    this.#down = { x: event.clientX, at: event.timeStamp };
    clearTimeout(this.#calling);
    this.#calling = setTimeout(() => {
      this.#down.at = 0;
      this.#around.callStaff();
    }, CALL_MS);
  }

  cancelled() {
    clearTimeout(this.#calling);
    this.#down.at = 0;
  }

  /** @param {PointerEvent} event */
  up(event) {
    clearTimeout(this.#calling);
    this.#stillHere();
    if (this.#down.at === 0) return;
    const moved = event.clientX - this.#down.x;
    if (Math.abs(moved) > SWIPE_PX) {
      this.#step(moved > 0 ? 1 : -1);
    } else if (event.timeStamp - this.#tapped < TWICE_MS) {
      this.#tapped = -Infinity;
      this.#choose();
    } else {
      this.#tapped = event.timeStamp;
      this.#explore(event.clientX, event.clientY);
    }
  }

  /**
   * What lies under the finger; where nothing does, what was read last.
   *
   * @param {number} x
   * @param {number} y
   */
  #explore(x, y) {
    const items = this.#items();
    const under = document.elementsFromPoint(x, y).find(element => items.includes(element));
    this.#go(under ?? this.#current ?? items[0] ?? null);
  }
}

/**
 * What an element says: its label, or its text without what is hidden from those who listen.
 *
 * @param {Element} item
 */
export function spoken(item) {
  const label = item.getAttribute('aria-label');
  const text = label ?? (item instanceof HTMLElement ? item.innerText : '');
  return text
    .replaceAll(/[\u200b\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Where a machine can speak, the way into it for those who come with earphones.
 *
 * @param {Page} page
 * @returns {Drawn}
 */
export const voiceDoor = page =>
  page.voice.available
    ? button('earphone', page.words.voice, 'quiet small slim voice-door', () => page.voice.turnOn())
    : nothing;

/**
 * The dark cover of the page, above everything but the bar.
 *
 * @param {Page} page
 * @returns {Drawn}
 */
export const cover = ({ words: said, voice }) => {
  if (!voice.on) return nothing;
  const way = (/** @type {string} */ hand, /** @type {string} */ what) => html`<b>${hand}</b><span>${what}</span>`;
  return html`<div
    class="voice"
    @pointerdown=${(/** @type {PointerEvent} */ event) => voice.down(event)}
    @pointerup=${(/** @type {PointerEvent} */ event) => voice.up(event)}
    @pointercancel=${() => voice.cancelled()}
  >
    <div class="voice-title">
      ${icon('earphone')}
      <div>
        <div class="voice-name">${said.voiceTitle}</div>
        <div class="voice-text">${said.voiceText}</div>
      </div>
    </div>
    <div class="zone">
      ${way(said.voiceTap, said.voiceTapText)}${way(said.voiceTwice, said.voiceTwiceText)}
      ${way(said.voiceSwipe, said.voiceSwipeText)}${way(said.voiceHold, said.voiceHoldText)}
    </div>
    <button
      class="btn small slim"
      @pointerdown=${(/** @type {Event} */ event) => event.stopPropagation()}
      @pointerup=${(/** @type {Event} */ event) => event.stopPropagation()}
      @click=${() => voice.turnOff()}
    >
      <span>${said.voiceEnd}</span>
    </button>
  </div>`;
};
