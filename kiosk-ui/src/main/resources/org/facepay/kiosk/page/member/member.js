// Who is shopping: the button beside the basket, and the member's own page with withdrawal on the spot.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, person, qr } from '../shared/parts.js';

/** @import { MemberCard, MemberTag } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

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
const facts = (page, { balance, saved, kept }) => {
  const { words } = page;
  const fact = (/** @type {string} */ name, /** @type {string | null} */ amount, kind = '') =>
    amount
      ? html`<dt>${name}</dt>
          <dd class=${kind}>${money(amount)}</dd>`
      : nothing;
  return html`<dl class="facts ruled">
    ${fact(words.balance, balance)}${fact(words.savedThisTime, saved, 'saving')}
    <dt>${words.yourFace}</dt>
    <dd>${kept === 'FACE' ? words.faceKept : words.faceNotKept}</dd>
  </dl>`;
};

/** @type {Part<[MemberCard]>} */
const withdraw = (page, { kept, joined }) => {
  const { words, small, portrait } = page;
  const kind = portrait ? '' : 'small';
  switch (kept) {
    case 'FACE':
      return button('trash', small ? words.withdrawShort : words.withdraw, kind, () => page.send('withdrawFace'));
    case 'MEMBERSHIP':
      // Whoever has just agreed does not leave with the same finger.
      if (joined) return nothing;
      return button('trash', small ? words.leaveShort : words.leave, kind, () => page.send('leaveMembership'));
    case 'ACCOUNT':
      return small ? nothing : html`<p class="small soft">${words.leaveByStaff}</p>`;
    case 'NOTHING':
      return nothing;
  }
};

/** Whether the code stands in the place of the member's mark. */
const crowded = (/** @type {Page} */ page) => page.small || (page.medium && page.largerText);

/** Three and three, as they are read aloud. */
const inThrees = (/** @type {string} */ digits) => `${digits.slice(0, 3)} ${digits.slice(3)}`;

/**
 * The member's own code; the digits below it are typed where no scanner reads it.
 *
 * @type {Part<[MemberCard]>}
 */
const ownCode = (page, { code, digits, memberCode }) => {
  if (!code || crowded(page)) return nothing;
  const { words } = page;
  return html`<div class="own-code">
    ${qr(memberCode, words.memberDigits(digits))}
    <div>
      <b>${words.memberCode} <span class="nowrap">${inThrees(digits)}</span></b>
      <p class="small soft">${words.memberCodeText}</p>
    </div>
  </div>`;
};

/** @type {Part<[MemberCard]>} */
const who = (page, { name, joined, kept, code, digits, memberCode }) => {
  const { words, small } = page;
  const welcome = kept === 'FACE' ? words.welcomeText : words.welcomeCodeText;
  const text = joined ? welcome : words.memberText;
  const own = crowded(page) && code;
  const label = page.largerText ? '' : words.memberCode;
  const said = own
    ? html`<b>${label} <span class="nowrap">${inThrees(digits)}</span></b>`
    : html`<p class="soft">${text}</p>`;
  return html`<div class="who">
    ${own ? qr(memberCode, words.memberDigits(digits)) : person(name)}
    <div>
      <h1 class="phrase">${joined ? words.welcome(name) : words.hello(name)}</h1>
      ${small && !own && (page.largerText || !joined) ? nothing : said}
    </div>
  </div>`;
};

/** @type {View<MemberCard>} */
export const memberCard = (page, screen, over) => {
  const shop = button('', page.words.keepShopping, 'primary', () => page.send('back'));
  return frame(page, {
    kind: 'membercard',
    main: html`<div class="stack">${who(page, screen)}${facts(page, screen)}${ownCode(page, screen)}</div>`,
    rail: html`${page.portrait ? nothing : html`<div class="push"></div>`}${withdraw(page, screen)}${shop}`,
    over,
  });
};
