// Before the camera is turned on, or a face is kept: four plain points and two answers of equal weight, none ticked.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, tag } from '../shared/parts.js';
import { point, points } from '../shared/points.js';
import { full } from './full.js';

/** @import { Consent, ConsentPurpose } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/**
 * Per purpose the four points, each with its icon.
 *
 * @satisfies {Record<ConsentPurpose, readonly (readonly string[])[]>}
 */
const POINTS = /** @type {const} */ ({
  RECOGNITION: [
    ['user-check', 'pointKnow'],
    ['shield', 'pointPicture'],
    ['equal', 'pointShop'],
    ['undo', 'pointWithdraw'],
  ],
  PAYMENT: [
    ['user-check', 'pointPay'],
    ['shield', 'pointPicture'],
    ['equal', 'pointOtherWay'],
    ['undo', 'pointWithdraw'],
  ],
  STORAGE: [
    ['user-check', 'pointKeep'],
    ['lock', 'pointEncrypted'],
    ['equal', 'pointShop'],
    ['undo', 'pointWithdraw'],
  ],
  MEMBERSHIP: [
    ['user-check', 'pointMember'],
    ['lock', 'pointNumber'],
    ['equal', 'pointNoMember'],
    ['undo', 'pointLeave'],
  ],
});

/** @satisfies {Record<ConsentPurpose, string>} */
const AGREE = /** @type {const} */ ({
  RECOGNITION: 'agreeFace',
  PAYMENT: 'agreeFace',
  STORAGE: 'agreeJoin',
  MEMBERSHIP: 'agreeMember',
});

/** @type {Part<[ConsentPurpose]>} */
const explained = (page, purpose) => {
  const alone = (page.small && !page.chinese) || (page.largerText && !page.portrait);
  const said = POINTS[purpose].map(([name, key]) => {
    const [title, text, shortTitle, shortText] = page.words[key];
    const more = page.small ? shortText : text;
    return point(page, name, page.small ? shortTitle : title, alone ? '' : more);
  });
  return points(page, said);
};

/** @type {Part<[Consent]>} */
const no = (page, { purpose, otherwise }) => {
  const { words, small } = page;
  if (otherwise) {
    const label = small ? words.withoutFaceShort : words.withoutFace;
    return button(small ? '' : 'phone', label, 'choice', () => page.send('withoutFace'));
  }
  if (purpose !== 'PAYMENT') return button(small ? '' : 'close', words.noThanks, 'choice', () => page.send('back'));
  const short = small || (page.largerText && page.medium);
  const label = short ? words.anotherWay : words.payAnotherWay;
  return button(small ? '' : 'code', label, 'choice', () => page.send('anotherWay'));
};

/** @type {Part<[ConsentPurpose]>} */
const yes = (page, purpose) => {
  const [label, short] = page.words[AGREE[purpose]];
  const shown = page.largerText && page.medium ? short : label;
  const mark = purpose === 'MEMBERSHIP' ? 'member' : 'face';
  return button(page.small ? '' : mark, shown, 'choice', () => page.send('agreeFace'));
};

/** @type {View<Consent>} */
export const consent = (page, screen, over) => {
  if (screen.full) return full(page, screen, over);
  if (page.portrait) return portrait(page, screen, over);
  return page.small ? small(page, screen, over) : medium(page, screen, over);
};

const cameraOff = (/** @type {Page} */ page) =>
  tag('camera-off', page.small ? page.words.cameraOffShort : page.words.cameraOff, 'ok pill');

/** @type {Part} */
const more = page => {
  const label = page.small ? page.words.fullNoticeShort : page.words.fullNotice;
  return button('info', label, `quiet small ${page.portrait ? '' : 'slim'}`, () => page.send('fullNotice'));
};

/** @type {Part<[Consent]>} */
const back = (page, { purpose, otherwise }) => {
  if (purpose !== 'PAYMENT' && !otherwise) return nothing;
  return button('back', page.words.backToBasket, `quiet small ${page.portrait ? '' : 'slim'}`, () => page.send('back'));
};

/** @type {Part<[Consent]>} */
const guardian = (page, { version }) => {
  const which = html` <span class="nowrap">${page.words.noticeVersion(version)}</span>`;
  return html`<p class="small soft">${page.words.guardian}${page.medium && page.largerText ? nothing : which}</p>`;
};

/** @type {View<Consent>} */
const portrait = (page, screen, over) => {
  const { purpose } = screen;
  return frame(page, {
    kind: 'consent',
    main: html`<div class="stack">
      <span>${cameraOff(page)}</span>
      <h1 class="phrase">${page.words[`consentTitle${purpose}`]}</h1>
      ${explained(page, purpose)}${guardian(page, screen)}
    </div>`,
    rail: html`<div class="pair">${no(page, screen)}${yes(page, purpose)}</div>
      <div class="pair">${more(page)}${back(page, screen)}</div>`,
    over,
  });
};

/** @type {View<Consent>} */
const medium = (page, screen, over) => {
  const { purpose } = screen;
  return frame(page, {
    kind: 'consent',
    head: head(page.words[`consentTitle${purpose}`]),
    main: html`${explained(page, purpose)}${guardian(page, screen)}`,
    rail: html`<span>${cameraOff(page)}</span>
      <div class="stack push">${no(page, screen)}${yes(page, purpose)}</div>
      ${more(page)}${back(page, screen)}`,
    over,
  });
};

/**
 * On the small panel a finger comes from the counter on the right, and goes on to the ways to pay on the left: there
 * stands what does no harm.
 *
 * @type {View<Consent>}
 */
const small = (page, screen, over) => {
  const { purpose, otherwise } = screen;
  const { words } = page;
  const close = html`<button
    class="btn quiet small slim"
    aria-label=${words.backToBasket}
    @click=${() => page.send('back')}
  >
    ${icon('close')}
  </button>`;
  const leave = otherwise && !page.largerText ? close : nothing;
  return frame(page, {
    kind: 'statement consent',
    head: head(words.consentTitleShort, html`${cameraOff(page)}${more(page)}${leave}`),
    main: explained(page, purpose),
    rail: html`<div class="pair apart">
      ${yes(page, purpose)}
      <p class="small soft center guardian">${words.guardian}</p>
      ${no(page, screen)}
    </div>`,
    over,
  });
};
