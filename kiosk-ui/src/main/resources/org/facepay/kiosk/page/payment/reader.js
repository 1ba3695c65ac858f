// The card terminal beside the screen leads; here stand only its step in words, the amount, and while nothing has begun
// a way back.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, sum, turning } from '../shared/parts.js';

/** @import { FollowReader } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

const ICONS = { INSERT_OR_TAP: 'card', ENTER_PIN: 'lock', PROCESSING: 'wallet', REMOVE_CARD: 'card' };

/** @type {Part} */
const another = page => {
  const label = page.small ? page.words.anotherWayShort : page.words.anotherWay;
  return html`<div class=${page.portrait ? 'pair' : 'stack'}>
    ${button('back', label, page.small ? 'small' : '', () => page.send('anotherWay'))}
  </div>`;
};

/** @type {View<FollowReader>} */
export const followReader = (page, { amount, step }, over) => {
  const [title, text, short] = page.words[`reader${step}`];
  const hint = html`<p class="soft">${page.small ? short : text}</p>`;
  return frame(page, {
    kind: 'follow waiting',
    main: html`<div class="stack center" role="status">
      ${turning(ICONS[step])}
      <div class="stack center tight">
        <h1 class="phrase">${title}</h1>
        ${page.small && page.largerText ? nothing : hint}
      </div>
    </div>`,
    rail: html`${sum(page, page.words.toPay, amount)}${page.portrait ? nothing : html`<div class="push"></div>`}
    ${step === 'INSERT_OR_TAP' ? another(page) : nothing}`,
    over,
  });
};
