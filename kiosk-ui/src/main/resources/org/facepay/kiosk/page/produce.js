// Goods without a barcode: pictures to touch, and the letters of the alphabet for shops that have many.
import { html, nothing } from '/lit/lit-html.js';
import { keyed } from '/lit/directives/keyed.js';
import { button, frame, head, icon, notice, perUnit, picture, sum, tag } from './parts.js';
import { scrolled, turnBack, turnPage } from './paging.js';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** How many of the goods stand above the letters of a landscape panel. */
const FOUND = 2;

const tile = (c, screen) => good => {
  const out = good.byWeight && !screen.scaleReady;
  return html`<button class="tilebtn good" data-line=${good.id} ?disabled=${out} @click=${() => c.send('chooseGood', { good: good.id })}>${picture(good.picture)}<span class="gname">${good.name}</span>${out ? tag('close', c.t.notNow, '') : perUnit(good)}</button>`;
};

const none = c => html`<div class="stack center nothing-yet">${icon('search')}<h2>${c.t.nothingFound}</h2></div>`;

/** The small panel's basket has no place for both buttons, so there the carrier bag is one of the goods without a barcode. */
const bag = (c, screen) => c.small && screen.query === ''
  ? html`<button class="tilebtn good" data-line="bag" @click=${() => c.send('addBag')}>${picture('bag')}<span class="gname">${c.t.bag}</span></button>` : nothing;

/** In a frame of its own, so that other letters start at the first page. */
const grid = (c, screen) => screen.goods.length === 0 ? none(c)
  : keyed(screen.query, html`<div class="shelf"><div class="list goods" @scroll=${scrolled}>${screen.goods.map(tile(c, screen))}${bag(c, screen)}</div></div>`);

const key = (c, { letters }) => letter => html`<button class="btn" ?disabled=${!letters.includes(letter)} @click=${() => c.send('searchLetter', { letter })}><span>${letter}</span></button>`;

const clear = (c, { query }, kind) => html`<button class="btn word ${kind}" ?disabled=${query === ''} @click=${() => c.send('clearSearch')}><span>${c.t.clear}</span></button>`;

const letters = (c, screen) => html`<div class="keypad letters">${ALPHABET.map(key(c, screen))}${clear(c, screen, '')}</div>`;

const back = (c, kind) => button('back', c.small || c.large || (c.portrait && c.hidden !== 0) ? c.t.backToBasketShort : c.t.backToBasket, kind, () => c.send('back'));

const arrow = (c, name, label, dead, act, kind) => kind === 'bare'
  ? html`<button class="btn" aria-label=${label} ?disabled=${dead} @click=${act}>${icon(name)}</button>`
  : html`<button class="btn ${kind}" ?disabled=${dead} @click=${act}>${icon(name)}<span>${label}</span></button>`;

const pages = (c, kind) => c.hidden === 0 ? nothing
  : html`${arrow(c, 'up', c.t.pageBack, !c.above, turnBack, kind)}${arrow(c, 'down', c.t.pageOn, c.hidden < 0, turnPage, kind)}`;

const noScale = (c, screen) => screen.scaleReady ? nothing : notice('warn', 'scale', c.t.scaleNO_SCALE);

const search = (c, kind) => kind === 'bare' ? html`<button class="btn" aria-label=${c.t.findByLetters} @click=${() => c.send('searchGoods')}>${icon('search')}</button>`
  : button('search', c.t.findByLetters, kind, () => c.send('searchGoods'));

/** What the letters typed so far have found; before the first, how it works. */
const found = (c, screen) => screen.query === ''
  ? html`<div class="found"><p class="soft ${c.small ? 'small' : ''}">${c.t.lettersHint}</p></div>`
  : html`<div class="found"><output class="typed">${screen.query}</output>${screen.goods.length === 0 ? html`<b>${c.t.nothingFound}</b>` : screen.goods.slice(0, FOUND).map(tile(c, screen))}</div>`;

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Produce} screen
 */
export const produce = (c, screen, over) => {
  if (c.portrait) return portrait(c, screen, over);
  return screen.searching ? searching(c, screen, over) : choosing(c, screen, over);
};

const portrait = (c, screen, over) => frame(c, {
  kind: 'produce',
  head: head(c.t.produceTitle),
  main: html`${grid(c, screen)}${noScale(c, screen)}`,
  rail: html`${sum(c, c.t.total, screen.totals.total)}<div class="initials">${screen.query ? html`<output class="typed">${screen.query}</output>` : html`<p class="small soft">${c.t.lettersHint}</p>`}</div>${letters(c, screen)}<div class="pair">${back(c, 'quiet')}${pages(c, 'small')}</div>`,
  over,
});

const choosing = (c, screen, over) => c.small
  ? frame(c, { kind: 'whole produce', main: html`<h1 class="unseen">${c.t.produceTitle}</h1><div class="aisle">${grid(c, screen)}<div class="side"><button class="btn" aria-label=${c.t.backToBasket} @click=${() => c.send('back')}>${icon('back')}</button>${search(c, 'bare')}${pages(c, 'bare')}</div></div>`, over })
  : frame(c, {
    kind: 'produce',
    head: head(c.t.produceTitle, screen.query ? html`<output class="typed">${screen.query}</output>` : nothing),
    main: html`${grid(c, screen)}<div class="floor"></div>`,
    rail: html`${sum(c, c.t.total, screen.totals.total)}${noScale(c, screen)}<div class="push"></div>${screen.query ? clear(c, screen, '') : search(c, '')}<div class="pair">${pages(c, 'small')}</div>${back(c, 'quiet small')}`,
    over,
  });

const searching = (c, screen, over) => c.small
  ? frame(c, { kind: 'whole produce seeking', main: html`<h1 class="unseen">${c.t.findByLetters}</h1><div class="above-letters">${found(c, screen)}<button class="btn" aria-label=${c.t.showAll} @click=${() => c.send('searchGoods')}>${icon('close')}</button></div>${letters(c, screen)}`, over })
  : frame(c, {
    kind: 'produce seeking',
    head: head(c.t.findByLetters),
    main: html`${found(c, screen)}${letters(c, screen)}<div class="floor"></div>`,
    rail: html`${sum(c, c.t.total, screen.totals.total)}${noScale(c, screen)}<div class="push"></div>${button('list', screen.query ? c.t.showFound(screen.goods.length) : c.t.showAll, '', () => c.send('searchGoods'))}${back(c, 'quiet small')}`,
    over,
  });
