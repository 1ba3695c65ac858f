// What was taken and what it came to: how sure each line is, and where the money is, before anything else.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, head, money, note, notice, picture, qr, sum, tag } from '../shared/parts.js';
import { more } from '../shared/reading.js';
import { listed } from './list.js';

/** @import { Bill, BillLine } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

const SEEN = /** @type {const} */ ({
  CLEARLY: ['check', 'ok'],
  LIKELY: ['check', 'soft'],
  TOLD: ['user-check', 'soft'],
  NOT_CLEAR: ['question', 'warn'],
});

/** @param {Bill} bill */
const isFree = ({ state }) => state === 'NOTHING' || state === 'UNCLEAR';

/** @type {Part<[BillLine]>} */
const row = (page, { id, article, amount, seen }) => {
  const { words, small, largerText } = page;
  const [name, kind] = SEEN[seen];
  const short = small ? largerText || !page.chinese : largerText && !page.portrait;
  const said = short ? words[`seenShort${seen}`] : words[`seen${seen}`];
  const many = `×${article.pieces}`;
  return html`<li data-line=${id} class="row">
    ${picture(article.picture, article.name)}
    <div class="words">
      <div class="name">${article.name}</div>
      <div class="meta">${small ? html`<span>${many}</span>` : nothing}${tag(name, said, kind)}</div>
    </div>
    ${small ? nothing : html`<span class="qty">${many}</span>`}
    <div class="price">${money(amount)}</div>
  </li>`;
};

const title = (/** @type {Page} */ { words, portrait, medium }, /** @type {Bill} */ { state, lines }) => {
  if (state === 'NOTHING' && lines.length > 0) return words.billNotCharged;
  const long = portrait || (medium && (lines.length === 0 || state === 'OWED'));
  return long ? words[`bill${state}`] : words[`billShort${state}`];
};

/** @type {Part<[Bill]>} */
const promise = (page, screen) => {
  const { words } = page;
  const { lines, days } = screen;
  if (lines.some(({ seen }) => seen === 'NOT_CLEAR')) {
    return notice('', 'shield', words.billUnclear, words.billUnclearText);
  }
  return isFree(screen) ? nothing : notice('', 'shield', words.billLess, words.billLessText(days));
};

/** @type {Part<[Bill]>} */
const receipt = (page, screen) => {
  const { words, portrait, small, largerText } = page;
  const { receiptUrl, billCode, days } = screen;
  if (isFree(screen)) return nothing;
  if (receiptUrl === '') return small ? nothing : html`<p class="small soft ends">${words.objectWithin(days)}</p>`;
  const text = html`${portrait ? html`<p class="small soft">${words.receiptText}</p>` : nothing}
    <p class="small soft">${words.objectWithin(days)}</p>`;
  const named = html`<div>
    ${portrait ? html`<h2>${words.receipt}</h2>` : html`<b class="small">${words.receipt}</b>`}
    ${small ? nothing : text}
  </div>`;
  return html`<div class="take-along">
    ${qr(billCode, words.receiptCode)}${largerText && (small || page.medium) ? nothing : named}
  </div>`;
};

/** @type {Part<[Bill]>} */
const answers = (page, screen) => {
  const { words, portrait, small } = page;
  const kind = small ? '' : 'choice';
  if (isFree(screen)) return button('', words.finish, 'choice', () => page.send('finish'));
  const wrong = button(small ? '' : 'question', words.notRight, kind, () => page.send('dispute'));
  const right = button(small ? '' : 'check', words.allCorrect, kind, () => page.send('finish'));
  return portrait ? html`<div class="pair">${wrong}${right}</div>` : html`<div class="stack">${right}${wrong}</div>`;
};

/**
 * Nobody took anything, or nobody can tell what, so there is no list.
 *
 * @type {Part<[Bill]>}
 */
const nothingTaken = (page, screen) =>
  html`<div class="stack center">
    ${emblem('plain', screen.state === 'UNCLEAR' ? 'question' : 'check')}
    <h1 class="phrase">${title(page, screen)}</h1>
    <p class="soft">${page.words.closedAt(screen.closed)}</p>
  </div>`;

/** @type {View<Bill>} */
export const bill = (page, screen, over) => {
  const { words, portrait, small } = page;
  const { lines } = screen;
  const ends = html`<p class="small soft ends lh">${words.endsIn(page.seconds)}</p>`;
  const closed = page.medium && screen.state === 'OWED' ? nothing : note(words.closedAt(screen.closed));
  const total = small ? money(screen.charged, 'due') : sum(page, words.total, screen.charged);
  if (lines.length === 0) {
    return frame(page, {
      kind: 'bill waiting',
      main: nothingTaken(page, screen),
      rail: html`<div class="push"></div>
        ${answers(page, screen)}${ends}`,
      over,
    });
  }
  return frame(page, {
    kind: 'bill',
    head: head(title(page, screen), small ? more(page) : closed),
    main: html`${listed(
      page,
      lines.map(line => row(page, line)),
      lines.length,
    )}${portrait ? promise(page, screen) : nothing}`,
    rail: portrait
      ? html`${total}${answers(page, screen)}${receipt(page, screen)}${ends}`
      : html`${total}${receipt(page, screen)}
          <div class="push"></div>
          ${answers(page, screen)}${small ? nothing : ends}`,
    over,
  });
};
