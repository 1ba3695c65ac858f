// The container, drawn: with its door open, and its shelves with something on the wrong one. Colours come from the
// style sheet, so that contrast is one attribute away.
import { html, nothing, svg } from '/lit/lit-html.js';

/** @import { WrongPlace } from '../messages.js' */

/** Where a picture of the sprite stands, by its lower left corner. */
const standing = (/** @type {string} */ name, /** @type {number} */ x, /** @type {number} */ y, size = 38) =>
  svg`<use href="#p-${name}" x=${x} y=${y - (size * 86) / 96} width=${size} height=${size}></use>`;

/** @param {boolean} closing whether an arrow shows how to close it */
export const cabinet = closing => {
  const arrow = svg`<path class="way" d="M284 232c-10 26-36 38-64 33M232 253l-15 11 13 14"></path>`;
  return html`<svg class="cabinet" viewBox="0 0 300 290" aria-hidden="true">
    <rect class="body" x="20" y="14" width="170" height="262" rx="12"></rect>
    <rect class="cold" x="34" y="28" width="142" height="216" rx="6"></rect>
    <path class="board" d="M34 100h142M34 172h142"></path>
    ${standing('tea', 40, 98, 56)}${standing('tea', 74, 98, 56)}${standing('can', 118, 98, 50)}
    ${standing('coffee', 42, 170, 52)}${standing('riceball', 84, 170, 44)}${standing('riceball', 124, 170, 44)}
    ${standing('yogurt', 46, 243, 46)}${standing('milk', 92, 243, 54)}
    <path class="door" d="M190 16 262 40v248l-72-14z"></path>
    <path class="handle" d="M246 140v40"></path>
    ${closing ? arrow : nothing}
  </svg>`;
};

/** Inside, from the topmost board to the floor. */
const TOP = 24;
const HIGH = 282;

/** What stands there anyway, shelf by shelf and over again. */
const GOODS = [
  ['tea', 'tea', 'can'],
  ['coffee', 'coffee'],
  ['yogurt', 'milk', 'water'],
];

/** The article itself, by its picture or its first letter. */
const article = (/** @type {WrongPlace['article']} */ { picture, name }, /** @type {number} */ y, size = 58) => {
  if (document.getElementById(`p-${picture}`)) return standing(picture, 293 - size / 2, y, size);
  return svg`<text class="letter" x="293" y=${y - 0.2 * size} font-size=${0.7 * size}>${[...name][0] ?? ''}</text>`;
};

/** @param {WrongPlace} screen */
export const shelves = ({ article: what, shelf, belongs, shelves: count }) => {
  const high = HIGH / count;
  const size = Math.min(66, high - 10);
  const radius = Math.min(24, high / 2 - 1);
  const floor = (/** @type {number} */ n) => TOP + n * high - (n < count ? 4 : 1);
  const middle = (/** @type {number} */ n) => TOP + (n - 0.5) * high;
  const all = Array.from({ length: count }, (_, n) => n + 1);
  const goods = all.map(n =>
    (GOODS[(n - 1) % GOODS.length] ?? []).map((name, k) => standing(name, 92 + k * 0.8 * size, floor(n), size)),
  );
  const numbers = all.map(
    n => svg`<g class=${n === belongs ? 'number here' : 'number'}>
      <circle cx="34" cy=${middle(n)} r=${radius - 2}></circle>
      <text x="34" y=${middle(n) + 0.42 * radius} font-size=${1.2 * radius}>${n}</text>
    </g>`,
  );
  const boards = all.slice(1).map(n => svg`<path class="board" d="M80 ${TOP + (n - 1) * high}h260"></path>`);
  const place = (/** @type {number} */ n, /** @type {string} */ kind) =>
    svg`<rect class=${kind} x="254" y=${middle(n) - 0.45 * high} width="78" height=${0.88 * high} rx="8"></rect>`;
  const [from, to] = [middle(shelf), middle(belongs)];
  const back = to > from ? -1 : 1;
  return html`<svg class="shelves" viewBox="0 0 420 330" aria-hidden="true">
    <rect class="body" x="64" y="8" width="292" height="314" rx="14"></rect>
    <rect class="cold" x="80" y="24" width="260" height="282" rx="6"></rect>
    ${boards}${goods}${place(shelf, 'from')}${article(what, floor(shelf), 0.88 * size)}${place(belongs, 'to')}
    <path class="way" d="M344 ${from}C412 ${from} 412 ${to} 352 ${to}"></path>
    <path class="way" d="M368 ${to + back * 18}L350 ${to}L371 ${to - back * 12}"></path>
    ${numbers}
  </svg>`;
};
