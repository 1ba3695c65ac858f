// Keys to type digits with, and the boxes they appear in.
import { html } from '/lit/lit-html.js';
import { button, icon } from './parts.js';

/** @import { Part } from './page.js' */

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * What was typed, and the room for what is not.
 *
 * @type {Part<[digits: string, groups: number[]]>}
 */
export const boxes = (page, digits, groups) => {
  const box = (/** @type {number} */ n) =>
    html`<span class=${n === digits.length ? 'next' : ''}>${digits[n] ?? ''}</span>`;
  let next = 0;
  const drawn = groups.map(size => html`<div class="group">${Array.from({ length: size }, () => box(next++))}</div>`);
  const length = groups.reduce((sum, size) => sum + size, 0);
  const label = page.words.typed(digits.length, length);
  return html`<div class="digits ${groups.length > 1 ? 'long' : ''}" role="img" aria-label=${label}>${drawn}</div>`;
};

/**
 * The keys.
 *
 * @type {Part<[on: { digit: (digit: number) => void, clear: () => void, remove: () => void }]>}
 */
export const pad = ({ words }, on) => {
  const key = (/** @type {number} */ digit) => button('', digit, '', () => on.digit(digit));
  return html`<div class="keypad">
    ${DIGITS.map(key)}${button('', words.clear, 'word', on.clear)} ${key(0)}
    <button class="btn" aria-label=${words.deleteDigit} @click=${on.remove}>${icon('backspace')}</button>
  </div>`;
};

/**
 * What is whole is looked at once more before it is gone on with; not under the finger that typed it.
 *
 * @type {Part<[whole: boolean]>}
 */
export const onward = (page, whole) =>
  html`<button
    class="btn primary onward ${page.small ? 'small' : ''}"
    ?disabled=${!whole}
    @click=${() => page.send('confirmDigits')}
  >
    <span>${page.words.nextStep}</span>
  </button>`;
