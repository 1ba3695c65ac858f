// The wallet's own certified camera beside the screen leads the shopper.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, sum, turning } from '../shared/parts.js';

/** @import { FollowCamera } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @type {View<FollowCamera>} */
export const followCamera = (page, { amount }, over) => {
  const { words, small } = page;
  const label = small ? words.anotherWayShort : words.anotherWay;
  const another = button('back', label, small ? 'small' : '', () => page.send('back'));
  const text = html`<p class="soft">${small ? words.followTextShort : words.followText}</p>`;
  const due = sum(page, words.toPay, amount);
  return frame(page, {
    kind: 'follow waiting',
    main: html`<div class="stack center">
      ${turning('face')}
      <div class="stack center tight">
        <h1 class="phrase">${words.followTitle}</h1>
        ${small && page.largerText ? nothing : text}
      </div>
    </div>`,
    rail: page.portrait
      ? html`${due}
          <div class="pair">${another}</div>`
      : html`${due}
          <div class="push"></div>
          ${another}`,
    over,
  });
};
