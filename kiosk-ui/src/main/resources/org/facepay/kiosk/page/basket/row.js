// One line of the basket: open it has a stepper, on the small panel it opens a screen of its own.
import { html, nothing } from '/lit/lit-html.js';
import { dot, icon, money, picture } from '../shared/parts.js';
import { held } from './age.js';

/** @import { Line } from '../messages.js' */
/** @import { Part } from '../shared/page.js' */

/**
 * The last piece is not counted down but thrown away.
 *
 * @type {Part<[Line]>}
 */
const less = (page, { id, name, count }) => {
  const last = count === 1;
  const send = () => page.send(last ? 'removeLine' : 'oneLess', { line: id });
  const label = last ? page.words.removeNamed(name) : page.words.oneLess(name);
  return html`<button aria-label=${label} @click=${send}>${icon(last ? 'trash' : 'minus')}</button>`;
};

/** @type {Part<[Line]>} */
const stepper = (page, line) => {
  const { words } = page;
  if (line.count === 0) {
    const remove = () => page.send('removeLine', { line: line.id });
    return html`<button class="btn small slim" aria-label=${words.removeNamed(line.name)} @click=${remove}>
      ${icon('trash')}<span>${words.remove}</span>
    </button>`;
  }
  const oneMore = () => page.send('oneMore', { line: line.id });
  return html`<div class="stepper">
    ${less(page, line)}
    <output>${line.count}</output>
    <button aria-label=${words.oneMore(line.name)} @click=${oneMore}>${icon('plus')}</button>
  </div>`;
};

/** @type {Part<[Line]>} */
const meta = (page, line) => {
  const now = line.open && line.justScanned ? html`<span class="now">${page.words.justScanned}</span>` : nothing;
  const offer = line.offer ? html`<span class="offer">${icon('tag')}<span>${line.offer}</span></span>` : nothing;
  return html`<div class="meta">
    ${now}
    <span class="nowrap">${line.note}</span>
    ${held(page, line)}${offer}
  </div>`;
};

/**
 * On the small panel a reduction is the old price struck out; its reason is on the line's own screen.
 *
 * @type {Part<[Line]>}
 */
const smallMeta = (page, line) => {
  const { was, note, quantity, offer, age } = line;
  const how = was || age || page.largerText || !note ? quantity : `${quantity}${dot(page)}${note}`;
  const reduced = html`<span class="offer" aria-label=${offer ?? ''} role="img">${icon('tag')}</span>
    <s class="was">¥${was}</s>`;
  return html`<div class="meta">
    <span class="nowrap">${how}</span>
    ${held(page, line)}${was ? reduced : nothing}
  </div>`;
};

/** @param {Line} line */
const kind = ({ open, justScanned, age }) =>
  `${open ? 'on open' : ''} ${justScanned ? 'fresh' : ''} ${age > 0 ? 'held' : ''}`;

/** @type {Part<[Line]>} */
export const row = (page, line) => {
  const stepping = line.open && !page.small;
  const open = () => page.send('openLine', { line: line.id });
  const hit = html`<button class="hit" aria-label=${page.words.change(line.name)} @click=${open}></button>`;
  const quantity = stepping ? stepper(page, line) : html`<span class="qty">${line.quantity}</span>`;
  return html`<li data-line=${line.id} class="row ${kind(line)}">
    ${stepping ? nothing : hit}${picture(line.picture, line.name)}
    <div class="words">
      <div class="name">${line.name}</div>
      ${page.small ? smallMeta(page, line) : meta(page, line)}
    </div>
    ${page.small ? nothing : quantity}
    <div class="price">
      ${money(line.price)}${line.was && !page.small ? html`<s class="was">¥${line.was}</s>` : nothing}
    </div>
  </li>`;
};
