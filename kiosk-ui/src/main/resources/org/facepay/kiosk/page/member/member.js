// Who is shopping: the button beside the basket, and the member's own page with withdrawal on the spot.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, person } from '../shared/parts.js';

/** @import { MemberCard, MemberTag } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/**
 * What the camera needs; while all is well, that it is on.
 *
 * @type {Part<[MemberTag, kind: string]>}
 */
const looking = (page, { guidance }, kind) => {
  const asked = page.words[`guide${guidance}`];
  const label = page.words.cameraOnLabel(asked);
  const well = guidance === 'STARTING' || guidance === 'LOOKING';
  return html`<button class="btn ${kind} looking" aria-label=${label} @click=${() => page.send('member')}>
    ${icon('camera')}<span>${well ? page.words.cameraOnShort : asked}</span>
  </button>`;
};

/** @type {Part<[MemberTag, kind: string]>} */
const known = (page, { name }, kind) => {
  const label = page.words.memberNamed(name);
  return html`<button class="btn ${kind} known" aria-label=${label} @click=${() => page.send('member')}>
    ${icon('user-check')}<span>${name}</span>
  </button>`;
};

/**
 * Nobody: to become known. Looking: what the camera needs. Known: the masked name.
 *
 * @type {Part<[MemberTag | null, kind: string]>}
 */
export const memberButton = (page, member, kind) => {
  switch (member?.state) {
    case 'NONE':
      return button('member', page.words.member, kind, () => page.send('member'));
    case 'LOOKING':
      return looking(page, member, kind);
    case 'KNOWN':
      return known(page, member, kind);
    default:
      return nothing;
  }
};

/** @type {Part<[MemberCard]>} */
const facts = (page, { balance, saved, face }) => {
  const { words } = page;
  const fact = (/** @type {string} */ name, /** @type {string | null} */ amount, kind = '') =>
    amount
      ? html`<dt>${name}</dt>
          <dd class=${kind}>${money(amount)}</dd>`
      : nothing;
  return html`<dl class="facts ruled">
    ${fact(words.balance, balance)}${fact(words.savedThisTime, saved, 'saving')}
    <dt>${words.yourFace}</dt>
    <dd>${face ? words.faceKept : words.faceNotKept}</dd>
  </dl>`;
};

/** @type {Part} */
const withdraw = page => {
  const label = page.small ? page.words.withdrawShort : page.words.withdraw;
  return button('trash', label, page.portrait ? '' : 'small', () => page.send('withdrawFace'));
};

/** @type {View<MemberCard>} */
export const memberCard = (page, screen, over) => {
  const { words, portrait } = page;
  const { name, joined } = screen;
  const short = page.small && (page.largerText || !joined);
  const text = html`<p class="soft">${joined ? words.welcomeText : words.memberText}</p>`;
  const shop = button('', words.keepShopping, 'primary', () => page.send('back'));
  return frame(page, {
    kind: 'membercard',
    main: html`<div class="stack">
      <div class="who">
        ${person(name)}
        <div>
          <h1 class="phrase">${joined ? words.welcome(name) : words.hello(name)}</h1>
          ${short ? nothing : text}
        </div>
      </div>
      ${facts(page, screen)}
    </div>`,
    rail: html`${portrait ? nothing : html`<div class="push"></div>`}${screen.face ? withdraw(page) : nothing}${shop}`,
    over,
  });
};
