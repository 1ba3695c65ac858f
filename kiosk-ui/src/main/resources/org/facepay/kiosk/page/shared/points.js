// Plain points with an icon each: what somebody agrees to.
import { html, nothing } from '/lit/lit-html.js';
import { icon } from './parts.js';

/** @import { Page } from './page.js' */

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} title
 * @param {string} text empty for none
 */
export const point = (page, name, title, text) => {
  const more = html`<span class=${page.portrait ? '' : 'small'}>${text}</span>`;
  return html`<li>
    ${page.small && page.largerText ? nothing : icon(name)}
    <div><b>${title}</b>${text ? more : nothing}</div>
  </li>`;
};

/**
 * @param {Page} page
 * @param {unknown[]} all
 */
export const points = (page, all) =>
  html`<ul class="points ${page.portrait ? 'roomy' : ''}">
    ${all}
  </ul>`;
