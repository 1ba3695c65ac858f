// The drawing of the attract screen. Colours come from the style sheet, so that contrast is one attribute away.
import { html, svg } from '/lit/lit-html.js';

/** @import { Part } from '../shared/page.js' */

/** Picture, distance from the middle and size of each good, in units of the sun's radius of 430. */
const GOODS = /** @type {const} */ ([
  ['apple', -335, 140],
  ['milk', -190, 310],
  ['tea', -12, 370],
  ['noodle', 172, 235],
  ['toast', 350, 190],
]);

/**
 * Goods before a rising sun, standing on the edge of the counter.
 *
 * @type {Part}
 */
export const scene = page => {
  const [width, height, radius] = page.portrait ? [1080, 860, 610] : page.small ? [512, 270, 215] : [819, 480, 350];
  const scale = page.portrait ? 1.22 : radius / 430;
  const goods = GOODS.map(([name, from, size]) => {
    const side = size * scale;
    const x = width / 2 + (from - 20 - size / 2) * scale;
    return svg`<use href="#p-${name}" x=${x} y=${height - (side * 86) / 96} width=${side} height=${side}></use>`;
  });
  const sun = `M${width / 2 - radius} ${height}a${radius} ${radius} 0 0 1 ${2 * radius} 0z`;
  return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
    <path class="sun" d=${sun}></path>
    ${goods}
  </svg>`;
};
