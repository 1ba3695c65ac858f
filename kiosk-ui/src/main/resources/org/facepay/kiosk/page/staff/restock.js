// A machine or a cabinet is filled: which lane, how many lie in it now, and what is locked.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled } from '../runtime/paging.js';
import { button, fade, frame, head, notice, picture, stated, stepper } from '../shared/parts.js';
import { more } from '../shared/reading.js';

/** @import { Lane, Restock } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

const room = (/** @type {Lane} */ { article, capacity }) => Math.max(0, capacity - article.pieces);

const title = (/** @type {Page} */ { words }, /** @type {Lane} */ lane) => {
  if (lane.capacity === 0) return words.restockCount(lane.id);
  return room(lane) > 0 ? words.restockPut(lane.id, room(lane)) : words.restockFull(lane.id);
};

/** @type {Part<[Lane]>} */
const counts = ({ words }, { article, before, capacity, filling }) => {
  if (before == null && filling !== 'DONE') return words.restockUnknown;
  const now =
    filling === 'DONE' && before !== `${article.pieces}` ? `${before ?? '?'} → ${article.pieces}` : article.pieces;
  return capacity > 0 && filling !== 'DONE' ? `${now} / ${capacity}` : now;
};

/** @type {Part<[Lane]>} */
const row = (page, lane) => {
  const { id, article, filling, useBy } = lane;
  const state = page.words[`restock${filling}`] + (useBy && ` · ${useBy}`);
  const choose = () => page.send('tickLine', { line: id });
  const here = filling === 'HERE';
  return html`<li data-line=${id} class="row lane ${here ? 'on' : ''}">
    <button
      class="hit"
      role="checkbox"
      aria-checked=${here}
      aria-label=${`${id} ${article.name}`}
      @click=${choose}
    ></button>
    ${page.small ? nothing : picture(article.picture, article.name)}
    <div class="words">
      <div class="name">${id} · ${article.name}</div>
      ${page.small ? nothing : html`<div class="meta">${state}</div>`}
    </div>
    <div class="price">${counts(page, lane)}</div>
  </li>`;
};

/** @type {Part<[Lane]>} */
const pieces = (page, { id, article, capacity }) =>
  stepper(
    page,
    { name: article.name, count: article.pieces, least: 0, most: capacity > 0 ? capacity : undefined, kind: 'wide' },
    { less: () => page.send('oneLess', { line: id }), more: () => page.send('oneMore', { line: id }) },
  );

/** @type {Part<[Restock]>} */
const locked = (page, { troubles }) => {
  const { words, small, largerText } = page;
  const [first] = troubles;
  if (!first) return nothing;
  const brief = small || largerText;
  const said = brief
    ? words[`trouble${first}`]
    : troubles.map(t => words[`trouble${t}`]).join(page.chinese ? '；' : '. ');
  const label = brief ? words.restockLookedShort : words.restockLooked;
  const looked = button('check', label, 'small slim', () => page.send('chooseOption', { option: 'serviced' }));
  return notice('warn', small ? 'lock' : 'warning', said, '', looked);
};

/** @type {Part<[Restock]>} */
const refused = ({ words }, { refused }) =>
  refused ? notice('warn', 'warning', words[`notPlaced${refused}`]) : nothing;

/** @type {Part<[Restock]>} */
const hint = ({ words, small, largerText }, { learns, refused }) =>
  learns && !small && !largerText && !refused ? html`<p class="soft">${words.restockScan}</p>` : nothing;

/** @type {View<Restock>} */
export const restock = (page, screen, over) => {
  const { words, small, portrait } = page;
  const here = screen.lanes.find(lane => lane.filling === 'HERE');
  const low = portrait ? '' : 'small slim';
  const skip = button(portrait ? 'next' : '', words.restockSkip, low, () =>
    page.send('chooseOption', { option: 'skip' }),
  );
  const end = button(portrait ? 'back' : '', portrait ? words.restockEnd : words.restockEndShort, low, () =>
    page.send('back'),
  );
  const all = () => page.send('chooseOption', { option: 'full' });
  const counted = here ? pieces(page, here) : nothing;
  const kind = portrait ? 'primary' : 'primary low';
  const filled = here && here.capacity > 0 ? button('', words.restockFilled(here.capacity), kind, all) : nothing;
  return frame(page, {
    kind: 'staffmode restocking',
    badge: screen.badge,
    head: head(here ? title(page, here) : words.restockReading, small ? more(page, page.words.toTopShort) : nothing),
    main: html`${locked(page, screen)}${refused(page, screen)}
      <div class="shelf">
        <ul class="list" @scroll=${scrolled}>
          ${screen.lanes.map(lane => row(page, lane))}
        </ul>
        ${fade(page)}${small ? nothing : more(page, page.words.toTopShort)}
      </div>`,
    rail: html`${here && !small ? stated(words.restockIn, counts(page, here)) : nothing}${counted} ${hint(page, screen)}
      <div class="push"></div>
      ${filled}
      <div class="pair">${here ? skip : nothing}${end}</div>`,
    over,
  });
};
