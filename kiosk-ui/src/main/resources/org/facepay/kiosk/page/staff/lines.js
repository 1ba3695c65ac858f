// Staff take a line out, or something off it: first the line, then how much, then why; the last touch does it. Of
// other jobs only why is asked.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled } from '../runtime/paging.js';
import { button, fade, frame, head, money, picture } from '../shared/parts.js';
import { more } from '../shared/reading.js';

/** @import { Line, LineTask } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[Line]>} */
const row = (page, line) => {
  const tick = () => page.send('tickLine', { line: line.id });
  const label = `${line.name} ${line.quantity}`;
  return html`<li data-line=${line.id} class="row ${line.open ? 'on' : ''}">
    <button class="hit" role="checkbox" aria-checked=${line.open} aria-label=${label} @click=${tick}></button>
    ${picture(line.picture, line.name)}
    <div class="words">
      <div class="name">${line.name}</div>
      <div class="meta"><span class="nowrap">${line.quantity}</span></div>
    </div>
    ${page.small ? nothing : html`<span class="qty"></span>`}
    <div class="price">${money(line.price)}</div>
  </li>`;
};

/** @type {Part<[LineTask]>} */
const list = (page, { lines }) =>
  html`<div class="shelf">
    <ul class="list" @scroll=${scrolled}>
      ${lines.map(line => row(page, line))}
    </ul>
    ${fade(page)}${page.small ? nothing : more(page, page.words.toTopShort)}
  </div>`;

/**
 * The answers take the list's place where there is none, and on the small panel, whose counter has no room for them.
 *
 * @type {View<LineTask>}
 */
export const lineTask = (page, screen, over) => {
  const { words, small, portrait } = page;
  const answering = screen.lines.length === 0 || (small && screen.options.length > 0);
  const options = screen.options.map(each =>
    button('', each.label, portrait ? '' : 'small slim', () => page.send('chooseOption', { option: each.id })),
  );
  const answers = html`<div class="answers-of">${options}</div>`;
  const chosen = screen.lines.find(line => line.open);
  const asked = html`<b class="asked">${words[`asks${screen.asks}`]}</b>`;
  return frame(page, {
    kind: 'staffmode',
    badge: screen.badge,
    head: head(words[`job${screen.job}`], small && !answering ? more(page, page.words.toTopShort) : nothing),
    main: answering
      ? html`${chosen ? html`<p class="small name">${chosen.name} ${chosen.quantity}</p>` : nothing}${answers}`
      : list(page, screen),
    rail: html`${asked}${answering ? nothing : answers}
      <div class="push"></div>
      ${button('back', words.staffMenuBack, portrait ? 'quiet' : 'quiet small', () => page.send('back'))}`,
    over,
  });
};
