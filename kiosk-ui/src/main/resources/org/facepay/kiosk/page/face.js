// Before the camera, and after it has recognised somebody: nothing is paid before name and amount are confirmed.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, person, ring, saved, sum, tag } from './parts.js';
import { silhouette } from './drawings.js';

/** How far the ring is filled, by what the shopper is asked for; while the camera works it turns. */
const TURNING = ['STARTING', 'LOOKING', 'HOLD_STILL'];
const CHALLENGE = ['BLINK', 'TURN_LEFT', 'TURN_RIGHT'];
const SHARE = { turning: 28, place: 40, challenge: 75 };

const hint = (c, guidance) => TURNING.includes(guidance) ? c.t.captureSoon
  : CHALLENGE.includes(guidance) ? c.t.captureChallenge
  : guidance === 'LOOK_HERE' ? c.t.captureWhere : c.small ? c.t.captureTextShort : c.t.captureText;

/**
 * The camera's pictures come by themselves and land on the canvas, which stays the same element while the words change.
 *
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Capture} screen
 */
export const capture = (c, { guidance, amount }, over) => {
  const turns = TURNING.includes(guidance);
  const share = turns ? SHARE.turning : CHALLENGE.includes(guidance) ? SHARE.challenge : SHARE.place;
  const lens = ring(`lens ${turns ? 'turning' : ''}`, share, html`<div class="glass">${silhouette}<canvas aria-hidden="true" ?data-preview=${guidance !== 'STARTING'}></canvas></div>`);
  const on = tag('camera', c.small && c.large ? c.t.cameraOnShortest : c.t.cameraOn, 'info pill');
  const words = html`<div class="said" role="status"><h1 class="phrase">${c.t[`guide${guidance}`]}</h1>${amount && (c.small || (c.large && c.medium)) || (c.small && c.large) ? nothing : html`<p class="soft ${c.small ? 'small' : ''}">${hint(c, guidance)}</p>`}</div>`;
  const stop = kind => button('close', amount ? c.t.stopFace : c.t.cancelShort, kind, () => c.send('back'));
  const another = kind => button('code', c.small || (c.large && c.medium) ? c.t.anotherWayShort : c.t.payAnotherWay, kind, () => c.send('anotherWay'));
  if (c.portrait) {
    return frame(c, {
      kind: 'capture',
      main: html`<div class="stack center">${words}${lens}${on}</div>`,
      rail: html`${amount ? sum(c, c.t.toPay, amount) : nothing}<div class="pair">${amount ? another('') : nothing}${stop('')}</div>`,
      over,
    });
  }
  const kind = c.small ? 'small' : '';
  const due = !amount ? nothing : c.small ? money(amount, 'due') : sum(c, c.t.toPay, amount);
  return frame(c, {
    kind: 'capture',
    main: html`<div class="stack center">${lens}${on}</div>`,
    rail: html`${words}<div class="push"></div>${due}${amount ? another(kind) : nothing}${stop(kind)}`,
    over,
  });
};

const account = (c, { kind, before, after }) => html`<dl class="facts ruled"><dt>${c.t.paysFrom}</dt><dd>${c.t[kind === 'BALANCE' ? 'memberBalance' : 'linkedAccount']}</dd>
  ${before ? html`<dt>${c.t.before}</dt><dd>${money(before)}</dd>` : nothing}${after ? html`<dt>${c.t.after}</dt><dd>${money(after)}</dd>` : nothing}</dl>`;

const accountShort = (c, { kind, after }) => kind === 'BALANCE' && after
  ? html`<p><span class="nowrap">${c.t.fromBalance}</span> <span class="nowrap">${c.t.leftAfter}${money(after)}</span></p>` : html`<p>${c.t.fromLinked}</p>`;

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Confirm} screen
 */
export const confirm = (c, screen, over) => {
  const cut = screen.saved ? saved(c.small || c.large ? c.t.savedShort(screen.saved) : c.t.saved(screen.saved)) : nothing;
  const who = html`<div class="who">${person(screen.name)}<div><h1 class="phrase">${c.t.hello(screen.name)}</h1><p class="soft">${c.t.isThisYou}</p></div></div>`;
  // Not in the counter: there the last of the four digits was typed.
  const yes = button('', c.small || (c.large && c.medium) ? c.t.yesPay : c.t.yesPayAmount(screen.amount), 'primary', () => c.send('confirmPerson'));
  const notMe = kind => button(c.small ? '' : 'close', c.t.notMe, kind, () => c.send('notMe'));
  const another = kind => button(c.small ? '' : 'code', c.small ? c.t.otherWayShortest : c.t.anotherWay, kind, () => c.send('anotherWay'));
  if (c.portrait) {
    return frame(c, {
      kind: 'confirm',
      main: html`<div class="stack center">${who}<div class="sum"><span class="soft">${c.t.youPay}</span>${money(screen.amount, 'total')}${cut}</div></div>${yes}`,
      rail: html`${account(c, screen.account)}<div class="pair push">${notMe('')}${another('')}</div>`,
      over,
    });
  }
  const others = c.small ? html`<div class="pair">${notMe('small')}${another('small')}</div>` : html`${notMe('')}${another('')}`;
  return frame(c, {
    kind: 'confirm',
    main: html`<div class="stack">${who}${c.small ? accountShort(c, screen.account) : account(c, screen.account)}</div>${yes}`,
    rail: html`${sum(c, c.t.youPay, screen.amount, cut)}<div class="push"></div>${others}`,
    over,
  });
};

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').FollowCamera} screen
 */
export const followCamera = (c, { amount }, over) => {
  const another = button('back', c.small ? c.t.anotherWayShort : c.t.anotherWay, c.small ? 'small' : '', () => c.send('back'));
  const words = html`<div class="stack center tight"><h1 class="phrase">${c.t.followTitle}</h1>${c.small && c.large ? nothing : html`<p class="soft">${c.small ? c.t.followTextShort : c.t.followText}</p>`}</div>`;
  return frame(c, {
    kind: 'follow waiting',
    main: html`<div class="stack center">${ring('turning', 28, icon('face'))}${words}</div>`,
    rail: c.portrait ? html`${sum(c, c.t.toPay, amount)}<div class="pair">${another}</div>` : html`${sum(c, c.t.toPay, amount)}<div class="push"></div>${another}`,
    over,
  });
};
