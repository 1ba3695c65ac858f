// How the door of a smart container is opened, until somebody pulls it.
import { html, nothing } from '/lit/lit-html.js';
import { happened } from '../notice/happened.js';
import { METHODS } from '../payment/methods.js';
import { brand, button, frame, icon, ring, sum, turning } from '../shared/parts.js';
import { voiceDoor } from '../voice/voice.js';
import { cabinet } from './drawing.js';

/** @import { Method, Opening, Welcome } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

const STEPS = /** @type {const} */ ([
  ['door', 'stepOpen'],
  ['bag', 'stepTake'],
  ['lock', 'stepClose'],
  ['check', 'stepPaid'],
]);

/** @type {Part} */
const steps = ({ words }) =>
  html`<ol class="way-in">
    ${STEPS.map(([name, key]) => html`<li>${icon(name)}<span>${words[key]}</span></li>`)}
  </ol>`;

/** @param {Method} method */
const named = method => {
  switch (method) {
    case 'FACE':
    case 'WALLET_QR':
    case 'ALIPAY_QR':
    case 'WECHAT_QR':
      return /** @type {const} */ (`openBy${method}`);
    default:
      return METHODS[method][1];
  }
};

/**
 * A single way is meant; several are a free choice.
 *
 * @type {Part<[Welcome]>}
 */
const ways = (page, { methods, scanner }) => {
  const single = !scanner && methods.length === 1;
  const kind = single ? 'primary' : page.portrait ? 'choice' : '';
  const all = methods.map(method =>
    button(page.small ? '' : METHODS[method][0], page.words[named(method)], kind, () =>
      page.send('chooseMethod', { method }),
    ),
  );
  return all.length === 0 ? nothing : html`<div class=${page.portrait ? 'pair' : 'stack'}>${all}</div>`;
};

const title = (/** @type {Page} */ { words }, /** @type {Welcome} */ { methods, scanner }) => {
  if (scanner) return words.welcomeScan;
  return methods.length > 0 ? words.welcomeTouch : words.welcomeShut;
};

/**
 * The ways in stand above what it can cost: lowest, the next screen asks whether one agrees.
 *
 * @type {View<Welcome>}
 */
export const containerWelcome = (page, screen, over) => {
  const { words, portrait, small, largerText } = page;
  const { methods, scanner, notice } = screen;
  const shut = !scanner && methods.length === 0;
  const how = scanner && !notice ? words.presentText : shut ? words.askStaff : '';
  const said = happened(page, notice);
  const bulky = (largerText && !portrait) || (small && notice !== null);
  const drawn = bulky ? nothing : cabinet(false);
  const most = shut ? nothing : sum(page, words.atMost, screen.most);
  return frame(page, {
    kind: notice ? 'welcome told' : 'welcome',
    main: html`<div class="stack">
        <h1 class="phrase">${title(page, screen)}</h1>
        ${small || how === '' ? nothing : html`<p class="soft">${how}</p>`}
        <div class="inside">${drawn}${shut || (small && notice) ? nothing : steps(page)}</div>
      </div>
      ${portrait ? nothing : said}`,
    rail: portrait
      ? html`${said}${voiceDoor(page)}${ways(page, screen)}${most}
        ${shut ? nothing : html`<p class="soft">${words.finalBill(screen.most)}</p>`}`
      : html`${small ? nothing : brand(page)}${ways(page, screen)}${voiceDoor(page)}
          <div class="push"></div>
          ${most}`,
    over,
  });
};

/** @type {View<Opening>} */
export const doorOpening = (page, { drawn, seconds }, over) => {
  const { words, small } = page;
  if (!drawn) {
    return frame(page, {
      kind: 'whole waiting',
      main: html`<div class="stack center">
        ${turning('door')}
        <div class="stack center tight">
          <h1>${words.openingTitle}</h1>
          <p class="soft">${words.openingText}</p>
        </div>
      </div>`,
      over,
    });
  }
  const share = (100 * page.seconds) / Math.max(1, seconds);
  return frame(page, {
    kind: 'waiting counted',
    main: html`<div class="stack center">
      ${ring('', share, html`<b>${page.seconds}</b>`)}
      <div class="stack center tight">
        <h1>${words.pullTitle}</h1>
        <p class="soft">${words.pullSeconds(page.seconds)}</p>
      </div>
    </div>`,
    rail: html`<div class="push"></div>
      ${button('close', words.pullNot, small ? 'small' : '', () => page.send('back'))}`,
    over,
  });
};
