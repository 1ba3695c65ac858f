// After paying at a vending machine: it comes piece by piece, it lies in the tray, or money goes back.
import { html, nothing } from '/lit/lit-html.js';
import { button, emblem, frame, head, icon, money, picture, ring, sum, turning } from '../shared/parts.js';

/** @import { Article, Collect, Coming, Dispensing, NotDelivered } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** More pictures, or more lines, than these have no room. */
const SHOWN = 4;

const counted = (/** @type {Article} */ { name, pieces }) =>
  pieces > 1 ? html`${name} <span class="nowrap">×${pieces}</span>` : name;

const icons = { NEXT: 'clock', COMING: 'sync', OUT: 'check', NOT_OUT: 'undo', UNSEEN: 'question' };

/** @type {Part<[Coming['progress']]>} */
const far = (page, progress) => {
  const said =
    page.small && (page.largerText || !page.chinese) ? nothing : html`<span>${page.words[`vend${progress}`]}</span>`;
  return html`<div class="far">${icon(icons[progress])}${said}</div>`;
};

const coming =
  (/** @type {Page} */ page) =>
  (/** @type {Coming} */ { article, progress }) =>
    html`<li class="row far-${progress}">
      ${picture(article.picture, article.name)}
      <div class="name">${counted(article)}</div>
      ${far(page, progress)}
    </li>`;

/** @type {Part<[Dispensing]>} */
const one = (page, { lines: [line] }) =>
  html`<div class="stack center">
    ${turning('bag')}
    <div class="stack center tight">
      <h1 class="phrase">${page.words.dispensingTitle(line?.article.name ?? '')}</h1>
      <p class="soft">${page.words.dispensingText}</p>
    </div>
  </div>`;

/** @type {View<Dispensing>} */
export const dispensing = (page, screen, over) => {
  const { words } = page;
  if (screen.pieces === 1) return frame(page, { kind: 'whole waiting', main: one(page, screen), over });
  const { piece, pieces, lines } = screen;
  const room = lines.length > SHOWN ? lines.filter(l => l.progress !== 'OUT').slice(0, SHOWN) : lines;
  return frame(page, {
    kind: 'falling',
    head: head(page.small ? words.fallingTitleShort : words.fallingTitle),
    main: html`<ul class="falls">
      ${room.map(coming(page))}
    </ul>`,
    rail: html`${ring('', ((piece - 0.5) / pieces) * 100, html`<b>${piece}/${pieces}</b>`)}
      <div class="push"></div>
      <h2>${words.fallingPiece(piece, pieces)}</h2>
      ${page.small && page.largerText ? nothing : html`<p class="soft">${words.fallingWait}</p>`}`,
    over,
  });
};

/** @type {View<Collect>} */
export const collect = (page, { articles, paid }, over) => {
  const { words } = page;
  const single = articles.length === 1 && articles[0]?.pieces === 1;
  const missing = button(page.small ? '' : 'help', single ? words.oneMissing : words.someMissing, 'choice', () =>
    page.send('callStaff'),
  );
  const have = button(page.small ? '' : 'check', single ? words.collected : words.collectedAll, 'choice', () =>
    page.send('finish'),
  );
  const named = articles.map((a, n) => html`${n > 0 ? words.comma : ''}${counted(a)}`);
  const many = articles.length > SHOWN || page.largerText;
  return frame(page, {
    kind: 'outcome',
    main: html`<div class="stack">
      ${
        page.small
          ? nothing
          : html`<div class="articles">${articles.slice(0, SHOWN).map(a => picture(a.picture, a.name))}</div>`
      }
      <h1 class="phrase">${single ? words.collectTitle : words.collectAllTitle}</h1>
      ${many ? nothing : html`<p class="soft">${named}</p>`}
    </div>`,
    rail: html`${page.small ? nothing : sum(page, words.vendingPaid, paid)}
      <div class="push"></div>
      <div class=${page.portrait ? 'pair' : 'stack'}>${missing}${have}</div>`,
    over,
  });
};

const title = (/** @type {Page} */ { words, small }, /** @type {NotDelivered} */ { money, articles }) => {
  if (money === 'REVIEW') return words.reviewTitle;
  const [first, ...others] = articles;
  const single = first && others.length === 0 && first.pieces === 1;
  if (single) return small ? words.notDeliveredTitleShort : words.notDeliveredTitle(first.name);
  return words.notDeliveredMany(articles.reduce((sum, a) => sum + a.pieces, 0));
};

/** @type {View<NotDelivered>} */
export const notDelivered = (page, screen, over) => {
  const { words } = page;
  const told =
    screen.staff === 'NOT_REACHED' || page.small ? nothing : html`<p class="soft">${words[`staff${screen.staff}`]}</p>`;
  const known = !screen.unseen || (page.small && screen.money === 'STAFF');
  const unseen = known ? nothing : html`<p>${words.vendingUnseen}</p>`;
  return frame(page, {
    kind: 'outcome',
    main: html`<div class="stack">
      <div class="verdict">
        ${emblem('plain', 'undo')}
        <h1 class="phrase">${title(page, screen)}</h1>
      </div>
      <p><b>${words[`notDelivered${screen.money}`]}</b></p>
      ${unseen}${told}
    </div>`,
    rail: html`${sum(page, screen.money === 'REVIEW' ? words.inReview : words.goesBack, screen.amount)}
      ${page.small ? nothing : html`<p class="soft">${words.vendingPaid} ${money(screen.paid)}</p>`}
      <div class="push"></div>
      ${screen.money === 'REFUNDING' ? nothing : button('check', words.gotIt, '', () => page.send('finish'))}`,
    over,
  });
};
