// Before the camera is turned on, or a face is kept: four plain points and two answers of equal weight, none ticked.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, note, tag } from './parts.js';
import { scrolled, turnPage } from './paging.js';

/** Per purpose the four points, each with its icon. */
const POINTS = {
  RECOGNITION: [['user-check', 'pointKnow'], ['shield', 'pointPicture'], ['equal', 'pointShop'], ['undo', 'pointWithdraw']],
  PAYMENT: [['user-check', 'pointPay'], ['shield', 'pointPicture'], ['equal', 'pointOtherWay'], ['undo', 'pointWithdraw']],
  STORAGE: [['user-check', 'pointKeep'], ['lock', 'pointEncrypted'], ['equal', 'pointShop'], ['undo', 'pointWithdraw']],
};

const point = c => ([name, key]) => {
  const [title, text, shortTitle, shortText] = c.t[key];
  const alone = (c.small && !c.zh) || (c.large && !c.portrait);
  return html`<li>${c.small && c.large ? nothing : icon(name)}<div><b>${c.small ? shortTitle : title}</b>${alone ? nothing : html`<span class=${c.portrait ? '' : 'small'}>${c.small ? shortText : text}</span>`}</div></li>`;
};

const no = (c, purpose) => purpose === 'PAYMENT'
  ? button(c.small ? '' : 'code', c.small || (c.large && c.medium) ? c.t.anotherWay : c.t.payAnotherWay, 'choice', () => c.send('anotherWay'))
  : button(c.small ? '' : 'close', c.t.noThanks, 'choice', () => c.send('back'));

const yes = (c, purpose) => {
  const [label, short] = purpose === 'STORAGE' ? c.t.agreeJoin : c.t.agreeFace;
  return button(c.small ? '' : 'face', c.large && c.medium ? short : label, 'choice', () => c.send('agreeFace'));
};

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Consent} screen
 */
export const consent = (c, screen, over) => screen.full ? full(c, screen, over) : short(c, screen, over);

const short = (c, { purpose, version }, over) => {
  const off = tag('camera-off', c.small ? c.t.cameraOffShort : c.t.cameraOff, 'ok pill');
  const more = button('info', c.small ? c.t.fullNoticeShort : c.t.fullNotice, `quiet small ${c.portrait ? '' : 'slim'}`, () => c.send('fullNotice'));
  const back = purpose === 'PAYMENT' ? button('back', c.t.backToBasket, `quiet small ${c.portrait ? '' : 'slim'}`, () => c.send('back')) : nothing;
  const points = html`<ul class="points ${c.portrait ? 'roomy' : ''}">${POINTS[purpose].map(point(c))}</ul>`;
  const under14 = html`<p class="small soft">${c.t.guardian}${c.medium && c.large ? nothing : html` <span class="nowrap">${c.t.noticeVersion(version)}</span>`}</p>`;
  // On the small panel a finger comes from the counter on the right, and goes on to the ways to pay on the left: there stands what does no harm.
  const choices = c.small ? html`${yes(c, purpose)}${no(c, purpose)}` : html`${no(c, purpose)}${yes(c, purpose)}`;
  const title = c.t[`consentTitle${purpose}`];
  if (c.portrait) {
    return frame(c, {
      kind: 'consent',
      main: html`<div class="stack"><span>${off}</span><h1 class="phrase">${title}</h1>${points}${under14}</div>`,
      rail: html`<div class="pair">${choices}</div><div class="pair">${more}${back}</div>`,
      over,
    });
  }
  return c.small
    ? frame(c, { kind: 'statement consent', head: head(c.t.consentTitleShort, html`${off}${more}`), main: points, rail: html`<div class="pair apart">${choices}</div>`, over })
    : frame(c, { kind: 'consent', head: head(title), main: html`${points}${under14}`, rail: html`<span>${off}</span><div class="stack push">${choices}</div>${more}${back}`, over });
};

/** The sections of the full notice; what differs by purpose has its own words. */
const sections = purpose => ['fullWho', `fullWhy${purpose}`, purpose === 'STORAGE' ? 'fullWhatSTORAGE' : 'fullWhat', purpose === 'STORAGE' ? 'fullLongSTORAGE' : 'fullLong',
  'fullWhere', 'fullFree', 'fullWithdraw', 'fullRights', 'fullGuardian'];

const full = (c, { purpose, version }, over) => {
  const section = key => {
    const [title, text] = c.t[key];
    return html`<li><h2>${title}</h2><p>${text.replace('{shop}', c.display.shop)}</p></li>`;
  };
  const on = c.hidden === 0 ? nothing
    : button(c.hidden < 0 ? 'up' : 'down', c.hidden < 0 ? (c.small ? c.t.toTopShort : c.t.toTop) : c.t.readOn, c.portrait ? '' : 'push', turnPage);
  const done = button('back', c.t.noticeRead, c.portrait || c.hidden !== 0 ? '' : 'push', () => c.send('fullNotice'));
  return frame(c, {
    kind: 'fullnotice',
    head: head(c.t.fullTitle, c.portrait ? note(c.t.noticeVersion(version)) : nothing),
    main: html`<div class="shelf"><ul class="list" tabindex="0" @scroll=${scrolled}>${sections(purpose).map(section)}</ul>${c.hidden > 0 ? html`<div class="fade"></div>` : nothing}</div>`,
    rail: c.portrait ? html`<div class="pair">${done}${on}</div>` : html`<p class="small soft">${c.t.noticeVersion(version)}</p>${on}${done}`,
    over,
  });
};
