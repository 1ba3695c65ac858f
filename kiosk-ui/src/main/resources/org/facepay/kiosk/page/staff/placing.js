// Pieces of a scanned article are put into a lane: how many, and into which, as the shelves say.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, notice, picture, stated, stepper } from '../shared/parts.js';

/** @import { Placing } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

const title = (/** @type {Page} */ { words }, /** @type {Placing} */ { weighing, found, article }) => {
  if (weighing) return words.placingWeighing;
  return found ? words.placingFound(found.lane, article.pieces) : words.placingPut;
};

/** Where there is room for one line, it is the article's. */
const brief = (/** @type {Page} */ { small, largerText }) => small && largerText;

/** @type {Part<[Placing]>} */
const figure = (page, { found, article }) =>
  brief(page) && found?.grams ? html`${found.grams} g` : html`×${article.pieces}`;

/** @type {Part<[Placing]>} */
const said = (page, { found, wrong }) => {
  const { words } = page;
  if (wrong) return notice('warn', 'warning', words[`misplaced${wrong}`]);
  if (!found || brief(page)) return nothing;
  return found.grams ? stated(words.placingUnit, `${found.grams} g`) : html`<p class="soft">${words.placingFits}</p>`;
};

/** @type {Part<[Placing]>} */
const pieces = (page, { article }) =>
  stepper(
    page,
    { name: article.name, count: article.pieces, least: 1, kind: 'wide' },
    { less: () => page.send('oneLess', { line: 'placing' }), more: () => page.send('oneMore', { line: 'placing' }) },
  );

/** @type {View<Placing>} */
export const placing = (page, screen, over) => {
  const { words, small, portrait } = page;
  const { article, weighing, found } = screen;
  const choose = (/** @type {string} */ option) => () => page.send('chooseOption', { option });
  const kind = portrait ? 'primary' : 'primary low';
  const low = portrait ? '' : 'small slim';
  const leave = button(portrait ? 'back' : '', words.placingLeave, low, () => page.send('back'));
  const placed = weighing ? nothing : button('', words.placingDone, kind, choose('placed'));
  return frame(page, {
    kind: 'staffmode restocking',
    badge: screen.badge,
    head: head(title(page, screen)),
    main: html`<div class="stack">
      <div class="row lane">
        ${small ? nothing : picture(article.picture, article.name)}
        <div class="words"><div class="name">${article.name}</div></div>
        <div class="price">${figure(page, screen)}</div>
      </div>
      ${said(page, screen)}
    </div>`,
    rail: html`${found || weighing ? nothing : pieces(page, screen)}
      <div class="push"></div>
      ${found ? button('check', words.placingRight, kind, choose('right')) : placed}
      <div class="pair">${found ? button('', words.placingAgain, low, choose('again')) : nothing}${leave}</div>`,
    over,
  });
};
