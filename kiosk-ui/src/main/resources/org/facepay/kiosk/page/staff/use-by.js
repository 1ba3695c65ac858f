// The last day on which what was put into a lane is sold, typed from the package.
import { html } from '/lit/lit-html.js';
import { boxes, onward, pad } from '../shared/keys.js';
import { button, frame, head, tag } from '../shared/parts.js';

/** @import { UseBy } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** Year, month, day. */
const DATE = [2, 2, 2];
const LENGTH = 6;

/** @param {Page} page */
const keys = page =>
  pad(page, {
    digit: digit => page.send('chooseOption', { option: `${digit}` }),
    clear: () => page.send('chooseOption', { option: 'clear' }),
    remove: () => page.send('chooseOption', { option: 'delete' }),
  });

/** @type {Part<[UseBy]>} */
const said = ({ words }, { article, wrong }) =>
  wrong
    ? html`<div class="wrong" role="status">${tag('info', words.useByWrong, 'warn')}</div>`
    : html`<p class="soft">${article} · ${words.useByHow}</p>`;

/**
 * Where there is room for one sentence, that it was wrong stands in its place.
 *
 * @type {Part<[UseBy]>}
 */
const brief = ({ words }, { lane, wrong }) => head(wrong ? words.useByWrongShort : words.useByShort(lane));

/** @type {View<UseBy>} */
export const useBy = (page, screen, over) => {
  const { words, small, portrait } = page;
  const next = onward(page, screen.digits.length === LENGTH);
  const leave = button('', words.restockSkip, portrait ? 'quiet' : 'quiet small', () => page.send('back'));
  const typed = boxes(page, screen.digits, DATE);
  return frame(page, {
    kind: 'staffmode digits-of',
    badge: screen.badge,
    head: small ? brief(page, screen) : undefined,
    main: small
      ? html`<div class="stack">
          ${typed}
          <div class="pair">${leave}${next}</div>
        </div>`
      : html`<div class="stack">
          <h1 class="phrase">${words.useByAsk(screen.lane)}</h1>
          ${said(page, screen)}${typed}${next}
        </div>`,
    rail: small ? keys(page) : html`${keys(page)}${leave}`,
    over,
  });
};
