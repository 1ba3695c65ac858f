// The full notice, section by section.
import { html, nothing } from '/lit/lit-html.js';
import { scrolled, turnPage } from '../runtime/paging.js';
import { button, fade, frame, head, note } from '../shared/parts.js';
import { toTop } from '../shared/reading.js';

/** @import { Consent, ConsentPurpose } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

const LOOKED_AT = /** @type {const} */ (['fullWhat', 'fullLong', 'fullFree', 'fullWithdraw']);

/**
 * What is used, how long, that one can say no, and how to withdraw.
 *
 * @satisfies {Record<ConsentPurpose, readonly string[]>}
 */
const USE = /** @type {const} */ ({
  RECOGNITION: LOOKED_AT,
  PAYMENT: LOOKED_AT,
  STORAGE: ['fullWhatSTORAGE', 'fullLongSTORAGE', 'fullFree', 'fullWithdraw'],
  MEMBERSHIP: ['fullWhatMEMBERSHIP', 'fullLongMEMBERSHIP', 'fullFreeMEMBERSHIP', 'fullWithdrawMEMBERSHIP'],
});

/** The sections of the full notice; what differs by purpose has its own words. */
const sections = (/** @type {ConsentPurpose} */ purpose) => {
  const [what, long, free, withdraw] = USE[purpose];
  return /** @type {const} */ ([
    'fullWho',
    `fullWhy${purpose}`,
    what,
    long,
    'fullWhere',
    free,
    withdraw,
    'fullRights',
    'fullGuardian',
  ]);
};

/** @type {Part<[ConsentPurpose]>} */
const text = (page, purpose) => {
  const said = sections(purpose).map(key => {
    const [title, words] = page.words[key];
    return html`<li>
      <h2>${title}</h2>
      <p>${words.replace('{shop}', page.display.shop)}</p>
    </li>`;
  });
  return html`<div class="shelf">
    <ul class="list" tabindex="0" @scroll=${scrolled}>
      ${said}
    </ul>
    ${fade(page)}
  </div>`;
};

/** @type {Part} */
const readOn = page => {
  const { words, hidden } = page;
  if (hidden === 0) return nothing;
  const [name, label] = hidden < 0 ? ['up', toTop(page)] : ['down', words.readOn];
  return button(name, label, page.portrait ? '' : 'push', turnPage);
};

/** @type {View<Consent>} */
export const full = (page, { purpose, version }, over) => {
  const { words, portrait } = page;
  const place = portrait || page.hidden !== 0 ? '' : 'push';
  const done = button('back', words.noticeRead, place, () => page.send('fullNotice'));
  const which = words.noticeVersion(version);
  return frame(page, {
    kind: 'fullnotice',
    head: head(words.fullTitle, portrait ? note(which) : nothing),
    main: text(page, purpose),
    rail: portrait
      ? html`<div class="pair">${done}${readOn(page)}</div>`
      : html`<p class="small soft">${which}</p>
          ${readOn(page)}${done}`,
    over,
  });
};
