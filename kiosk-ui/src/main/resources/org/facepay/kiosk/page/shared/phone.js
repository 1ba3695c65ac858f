// A phone held above the scanner, drawn. Colours come from the style sheet, so that contrast is one attribute away.
import { html, svg } from '/lit/lit-html.js';

/** Where the bars of the code begin. */
const BARS = [0, 5, 8, 14, 19, 22, 28, 34, 38, 41, 48, 53, 56, 62, 68, 71];

const SQUARES = 'M0 0h9v9H0zM19 0h9v9h-9zM0 19h9v9H0z';
const HOLES = 'M2 2h5v5H2zM21 2h5v5h-5zM2 21h5v5H2z';
const MODULES =
  'M3.500 3.500h2v2h-2zM22.500 3.500h2v2h-2zM3.500 22.500h2v2h-2zM12 1h3v3h-3zM12 7h3v5h-3zM1 12h4v3H1zM8 12h7v3H8z' +
  'M18 12h3v4h-3zM24 13h4v3h-4zM12 18h3v4h-3zM18 19h4v4h-4zM24 24h4v4h-4zM13 25h6v3h-6z';

const bars = BARS.map(
  (x, n) => svg`<rect class="inked" x=${164 + x} y="92" width=${n % 3 === 0 ? 3.5 : 2} height="34"></rect>`,
);

/** @param {string} label what stands on its screen */
export const phoneToScanner = label =>
  html`<svg class="phone" viewBox="80 0 240 330" aria-hidden="true">
    <path class="beam" d="M150 215h100l52 66H98z"></path>
    <rect class="paperwhite" x="142" y="20" width="118" height="200" rx="18" stroke-width="5"></rect>
    <path class="grey" d="M186 34h30" stroke-width="4" stroke-linecap="round"></path>
    <text class="inked" x="201" y="70" text-anchor="middle" font-size="17" font-weight="700">${label}</text>
    ${bars}
    <g class="inked" transform="translate(176 140) scale(1.75)">
      <path d=${SQUARES}></path>
      <path class="hole" d=${HOLES}></path>
      <path d=${MODULES}></path>
    </g>
    <rect class="inked" x="90" y="276" width="220" height="40" rx="12"></rect>
    <rect class="slit" x="128" y="287" width="144" height="10" rx="5"></rect>
  </svg>`;
