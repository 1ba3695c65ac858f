// The page's own drawings. Colours come from the style sheet, so that contrast is one attribute away.
import { html, svg } from '/lit/lit-html.js';

/** Goods before a rising sun, standing on the edge of the counter. */
export const scene = c => {
  const [w, h, r] = c.portrait ? [1080, 860, 610] : c.small ? [512, 270, 215] : [819, 480, 350];
  const k = c.portrait ? 1.22 : r / 430;
  const at = (name, from, size) => {
    const s = size * k;
    return svg`<use href="#p-${name}" x=${w / 2 + (from - 20 - size / 2) * k} y=${h - s * 86 / 96} width=${s} height=${s}></use>`;
  };
  return html`<svg viewBox="0 0 ${w} ${h}" preserveAspectRatio="xMidYMax meet" aria-hidden="true"><path class="sun" d="M${w / 2 - r} ${h}a${r} ${r} 0 0 1 ${2 * r} 0z"></path>${at('apple', -335, 140)}${at('milk', -190, 310)}${at('tea', -12, 370)}${at('noodle', 172, 235)}${at('toast', 350, 190)}</svg>`;
};

const BARS = [0, 5, 8, 14, 19, 22, 28, 34, 38, 41, 48, 53, 56, 62, 68, 71];

/** A phone held above the scanner. */
export const phoneToScanner = label => html`<svg class="phone" viewBox="80 0 240 330" aria-hidden="true"><path class="beam" d="M150 215h100l52 66H98z"></path><rect class="paperwhite" x="142" y="20" width="118" height="200" rx="18" stroke-width="5"></rect><path class="grey" d="M186 34h30" stroke-width="4" stroke-linecap="round"></path><text class="inked" x="201" y="70" text-anchor="middle" font-size="17" font-weight="700">${label}</text>${BARS.map((x, n) => svg`<rect class="inked" x=${164 + x} y="92" width=${n % 3 === 0 ? 3.5 : 2} height="34"></rect>`)}
  <g class="inked" transform="translate(176 140) scale(1.75)"><path d="M0 0h9v9H0zM19 0h9v9h-9zM0 19h9v9H0z"></path><path class="hole" d="M2 2h5v5H2zM21 2h5v5h-5zM2 21h5v5H2z"></path><path d="M3.500 3.500h2v2h-2zM22.500 3.500h2v2h-2zM3.500 22.500h2v2h-2zM12 1h3v3h-3zM12 7h3v5h-3zM1 12h4v3H1zM8 12h7v3H8zM18 12h3v4h-3zM24 13h4v3h-4zM12 18h3v4h-3zM18 19h4v4h-4zM24 24h4v4h-4zM13 25h6v3h-6z"></path></g>
  <rect class="inked" x="90" y="276" width="220" height="40" rx="12"></rect><rect class="slit" x="128" y="287" width="144" height="10" rx="5"></rect></svg>`;

/** Where a face will be, until the camera's first picture covers it. */
export const silhouette = html`<svg class="silhouette" viewBox="0 0 200 200" aria-hidden="true"><rect class="wall" width="200" height="200"></rect><path class="body" d="M20 200c2-32 26-45 62-50l2-18h32l2 18c36 5 60 18 62 50z"></path><path class="head-of" d="M100 36c25 0 40 19 40 46 0 31-17 60-40 60s-40-29-40-60c0-27 15-46 40-46z"></path><path class="place" d="M100 24c32 0 51 25 51 59 0 38-21 71-51 71s-51-33-51-71c0-34 19-59 51-59z"></path></svg>`;
