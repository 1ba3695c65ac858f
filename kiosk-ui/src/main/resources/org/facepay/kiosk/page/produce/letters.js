// The letters of the alphabet as keys; those that lead to nothing are dead.
import { html } from '/lit/lit-html.js';

/** @import { Produce } from '../messages.js' */
/** @import { Page, Part } from '../shared/page.js' */

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const key = (/** @type {Page} */ page, /** @type {Produce} */ screen) => (/** @type {string} */ letter) => {
  const dead = !screen.letters.includes(letter);
  const type = () => page.send('searchLetter', { letter });
  return html`<button class="btn" ?disabled=${dead} @click=${type}><span>${letter}</span></button>`;
};

/** @type {Part<[Produce, kind: string]>} */
export const clear = (page, { query }, kind) =>
  html`<button class="btn word ${kind}" ?disabled=${query === ''} @click=${() => page.send('clearSearch')}>
    <span>${page.words.clear}</span>
  </button>`;

/** @type {Part<[Produce]>} */
export const letters = (page, screen) =>
  html`<div class="keypad letters">${ALPHABET.map(key(page, screen))}${clear(page, screen, '')}</div>`;
