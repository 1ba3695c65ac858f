// Two or three things weigh the same: the shopper is asked which it was, every answer of equal weight.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, money, picture } from '../shared/parts.js';
import { counted } from './list.js';

/** @import { Ask, Choice } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** @type {Part<[Choice]>} */
const pictures = (page, { articles }) =>
  articles.length === 0
    ? html`<span class="pic">${icon('close')}</span>`
    : html`${articles.map(({ picture: drawn, name }) => picture(drawn, name))}`;

/** @type {Part<[Choice]>} */
const names = ({ words }, { articles }) =>
  articles.length === 0 ? html`${words.askNot}` : html`${articles.map(each => html`<span>${counted(each)}</span>`)}`;

/** A longer name has no room in a tile. */
const LONGEST_NAME = { chinese: 9, other: 20 };

/**
 * One article for the other has a tile each; more of them have a row, for which names are needed.
 *
 * @type {Part<[Choice, row: boolean]>}
 */
const choiceButton = (page, choice, row) => {
  const choose = () => page.send('chooseOption', { option: choice.id });
  return html`<button class="tilebtn ${row ? 'several' : 'good'}" @click=${choose}>
    ${row && page.small ? nothing : html`<span class="pics">${pictures(page, choice)}</span>`}
    <span class=${row ? 'names' : 'gname'}>${names(page, choice)}</span>${money(choice.amount)}
  </button>`;
};

const wide = (/** @type {Page} */ { chinese }, /** @type {Choice} */ { articles }) => {
  const longest = chinese ? LONGEST_NAME.chinese : LONGEST_NAME.other;
  return articles.length > 1 || articles.some(({ name }) => name.length > longest);
};

/** Whether it may be something else than one article or the other. */
const several = (/** @type {Choice[]} */ choices) =>
  choices.some(({ articles }) => articles.length !== 1 || articles.some(({ pieces }) => pieces > 1));

const title = (/** @type {Page} */ { words, portrait, medium, largerText }, /** @type {Ask} */ { choices }) => {
  if (several(choices)) return words.askMany;
  return portrait || (medium && !largerText) ? words.askTitle : words.askTitleShort;
};

/** @type {View<Ask>} */
export const ask = (page, screen, over) => {
  const { words, portrait, small, largerText } = page;
  const { choices } = screen;
  const answer = (/** @type {string} */ option) => () => page.send('chooseOption', { option });
  const sign = (/** @type {string} */ name) => (small ? '' : name);
  const rows = choices.length > 2 || choices.some(choice => wide(page, choice));
  const offered = choices.some(({ articles }) => articles.length === 0);
  const none = offered ? nothing : button(sign('close'), words.askNone(choices.length), 'choice', answer('none'));
  const unsure = button(sign('question'), words.notSure, 'choice', answer('unsure'));
  const why = several(choices) ? words.askWhyMany : words.askWhy;
  const short = words.askUnsureShort(choices.length);
  return frame(page, {
    kind: 'ask',
    head: head(title(page, screen)),
    main: html`${small || (largerText && !portrait) ? nothing : html`<p class="soft">${why}</p>`}
      <div class="tiles ${rows ? 'likely' : 't2'}">${choices.map(choice => choiceButton(page, choice, rows))}</div>
      <div class="floor"></div>`,
    rail: portrait
      ? html`<p class="soft">${words.askUnsure(choices.length)}</p>
          <div class="pair">${none}${unsure}</div>`
      : html`<p class="small soft lh7">${short}</p>
          <div class="push"></div>
          ${none}${unsure}`,
    over,
  });
};
