// Who is shopping: the button beside the basket, and the member's own page with withdrawal on the spot.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, person } from './parts.js';

/** What the camera needs; while all is well, that it is on. */
const looking = (c, kind, { guidance }, touched) => {
  const words = c.t[`guide${guidance}`];
  return html`<button class="btn ${kind} looking" aria-label=${c.t.cameraOnLabel(words)} @click=${touched}>${icon('camera')}<span>${['STARTING', 'LOOKING'].includes(guidance) ? c.t.cameraOnShort : words}</span></button>`;
};

/**
 * Nobody: to become known. Looking: what the camera needs. Known: the masked name.
 *
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').MemberTag | null} member
 * @param {string} kind
 */
export const memberButton = (c, member, kind) => {
  if (!member) return nothing;
  const touched = () => c.send('member');
  switch (member.state) {
    case 'LOOKING': return looking(c, kind, member, touched);
    case 'KNOWN': return html`<button class="btn ${kind} known" aria-label=${c.t.memberNamed(member.name)} @click=${touched}>${icon('user-check')}<span>${member.name}</span></button>`;
    default: return button('member', c.t.member, kind, touched);
  }
};

const facts = (c, screen) => html`<dl class="facts ruled">
  ${screen.balance ? html`<dt>${c.t.balance}</dt><dd>${money(screen.balance)}</dd>` : nothing}
  ${screen.saved ? html`<dt>${c.t.savedThisTime}</dt><dd class="saving">${money(screen.saved)}</dd>` : nothing}
  <dt>${c.t.yourFace}</dt><dd>${screen.face ? c.t.faceKept : c.t.faceNotKept}</dd></dl>`;

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').MemberCard} screen
 */
export const memberCard = (c, screen, over) => {
  const hello = screen.joined ? c.t.welcome(screen.name) : c.t.hello(screen.name);
  const text = screen.joined ? c.t.welcomeText : c.t.memberText;
  const withdraw = screen.face ? button('trash', c.small ? c.t.withdrawShort : c.t.withdraw, c.portrait ? '' : 'small', () => c.send('withdrawFace')) : nothing;
  const shop = kind => button('', c.t.keepShopping, `primary ${kind}`, () => c.send('back'));
  return frame(c, {
    kind: 'membercard',
    main: html`<div class="stack"><div class="who">${person(screen.name)}<div><h1 class="phrase">${hello}</h1>${c.small && (c.large || !screen.joined) ? nothing : html`<p class="soft">${text}</p>`}</div></div>${facts(c, screen)}</div>`,
    rail: c.portrait ? html`${withdraw}${shop('')}` : html`<div class="push"></div>${withdraw}${shop('')}`,
    over,
  });
};
