// The camera is on: the shopper sees the picture in a ring and is told what to do.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, money, ring, sum, tag } from '../shared/parts.js';
import { silhouette } from './silhouette.js';

/** @import { Capture, Guidance } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** @typedef {'turning' | 'challenge' | 'place'} Stage */

/**
 * What the shopper is asked for; while the camera works the ring turns.
 *
 * @type {Partial<Record<Guidance, Stage>>}
 */
const STAGES = {
  STARTING: 'turning',
  LOOKING: 'turning',
  HOLD_STILL: 'turning',
  BLINK: 'challenge',
  TURN_LEFT: 'challenge',
  TURN_RIGHT: 'challenge',
};

/** How far the ring is filled. */
const SHARE = { turning: 28, place: 40, challenge: 75 };

/** @param {Guidance} guidance */
const stage = guidance => STAGES[guidance] ?? 'place';

const hint = (/** @type {Page} */ page, /** @type {Guidance} */ guidance) => {
  const { words } = page;
  const now = stage(guidance);
  if (now === 'turning') return words.captureSoon;
  if (now === 'challenge') return words.captureChallenge;
  if (guidance === 'LOOK_HERE') return words.captureWhere;
  return page.small ? words.captureTextShort : words.captureText;
};

/**
 * The camera's pictures come by themselves and land on the canvas, which stays the same element while the words change.
 *
 * @param {Guidance} guidance
 */
const lens = guidance => {
  const now = stage(guidance);
  const glass = html`<div class="glass">
    ${silhouette}<canvas aria-hidden="true" ?data-preview=${guidance !== 'STARTING'}></canvas>
  </div>`;
  return ring(`lens ${now === 'turning' ? 'turning' : ''}`, SHARE[now], glass);
};

/** @type {Part<[Capture]>} */
const said = (page, { guidance, amount }) => {
  const { small, largerText } = page;
  const crowded = (amount && (small || (largerText && page.medium))) || (small && largerText);
  const more = html`<p class="soft ${small ? 'small' : ''}">${hint(page, guidance)}</p>`;
  return html`<div class="said" role="status">
    <h1 class="phrase">${page.words[`guide${guidance}`]}</h1>
    ${crowded ? nothing : more}
  </div>`;
};

/** @type {Part<[Capture, kind: string]>} */
const stop = (page, { amount }, kind) =>
  button('close', amount ? page.words.stopFace : page.words.cancelShort, kind, () => page.send('back'));

/** @type {Part<[Capture, kind: string]>} */
const another = (page, { amount }, kind) => {
  if (!amount) return nothing;
  const short = page.small || (page.largerText && page.medium);
  const label = short ? page.words.anotherWayShort : page.words.payAnotherWay;
  return button('code', label, kind, () => page.send('anotherWay'));
};

/** @type {Part<[Capture]>} */
const due = (page, { amount }) => {
  if (!amount) return nothing;
  return page.small ? money(amount, 'due') : sum(page, page.words.toPay, amount);
};

/** @type {View<Capture>} */
export const capture = (page, screen, over) => {
  const label = page.small && page.largerText ? page.words.cameraOnShortest : page.words.cameraOn;
  const on = tag('camera', label, 'info pill');
  const kind = page.small ? 'small' : '';
  const stack = page.portrait
    ? html`${said(page, screen)}${lens(screen.guidance)}${on}`
    : html`${lens(screen.guidance)}${on}`;
  return frame(page, {
    kind: 'capture',
    main: html`<div class="stack center">${stack}</div>`,
    rail: page.portrait
      ? html`${due(page, screen)}
          <div class="pair">${another(page, screen, '')}${stop(page, screen, '')}</div>`
      : html`${said(page, screen)}
          <div class="push"></div>
          ${due(page, screen)}${another(page, screen, kind)}${stop(page, screen, kind)}`,
    over,
  });
};
