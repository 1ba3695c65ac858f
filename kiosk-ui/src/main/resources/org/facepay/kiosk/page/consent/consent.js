// Before the camera is turned on, or a face is kept: four plain points and two answers of equal weight, none ticked.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, tag } from '../shared/parts.js';
import { point, points } from '../shared/points.js';
import { full } from './full.js';

/** @import { Consent, FacePurpose } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/**
 * Per purpose the four points, each with its icon.
 *
 * @satisfies {Record<FacePurpose, readonly (readonly string[])[]>}
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
});

/** @type {Part<[FacePurpose]>} */
const explained = (page, purpose) => {
  const alone = (page.small && !page.chinese) || (page.largerText && !page.portrait);
  const said = POINTS[purpose].map(([name, key]) => {
    const [title, text, shortTitle, shortText] = page.words[key];
    const more = page.small ? shortText : text;
    return point(page, name, page.small ? shortTitle : title, alone ? '' : more);
  });
  return points(page, said);
};

/** @type {Part<[FacePurpose]>} */
const no = (page, purpose) => {
  const { words, small } = page;
  if (purpose !== 'PAYMENT') return button(small ? '' : 'close', words.noThanks, 'choice', () => page.send('back'));
  const short = small || (page.largerText && page.medium);
  const label = short ? words.anotherWay : words.payAnotherWay;
  return button(small ? '' : 'code', label, 'choice', () => page.send('anotherWay'));
};

/** @type {Part<[FacePurpose]>} */
const yes = (page, purpose) => {
  const [label, short] = purpose === 'STORAGE' ? page.words.agreeJoin : page.words.agreeFace;
  const shown = page.largerText && page.medium ? short : label;
  return button(page.small ? '' : 'face', shown, 'choice', () => page.send('agreeFace'));
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

/** @type {Part<[FacePurpose]>} */
const back = (page, purpose) => {
  if (purpose !== 'PAYMENT') return nothing;
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
    rail: html`<div class="pair">${no(page, purpose)}${yes(page, purpose)}</div>
      <div class="pair">${more(page)}${back(page, purpose)}</div>`,
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
      <div class="stack push">${no(page, purpose)}${yes(page, purpose)}</div>
      ${more(page)}${back(page, purpose)}`,
    over,
  });
};

/**
 * On the small panel a finger comes from the counter on the right, and goes on to the ways to pay on the left: there
 * stands what does no harm.
 *
 * @type {View<Consent>}
 */
const small = (page, { purpose }, over) =>
  frame(page, {
    kind: 'statement consent',
    head: head(page.words.consentTitleShort, html`${cameraOff(page)}${more(page)}`),
    main: explained(page, purpose),
    rail: html`<div class="pair apart">${yes(page, purpose)}${no(page, purpose)}</div>`,
    over,
  });
