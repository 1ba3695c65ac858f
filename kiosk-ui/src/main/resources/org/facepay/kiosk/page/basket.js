// The basket: newest line first, so the highlight and the beep always meet at the same place.
import { html, nothing } from '/lit/lit-html.js';
import { repeat } from '/lit/directives/repeat.js';
import { button, frame, head, icon, money, notice, note, picture, saved, sum, taxes } from './parts.js';
import { memberButton } from './member.js';
import { scrolled, turnPage } from './paging.js';

const NOTICES = {
  ITEM_NOT_FOUND: ['warn', 'question', 'noticeNotFound', 'noticeNotFoundText'],
  UNREADABLE: ['warn', 'barcode', 'noticeUnreadable', 'noticeUnreadableText'],
  BASKET_FULL: ['warn', 'bag', 'noticeFull', 'noticeFullText'],
  PAY_CODE_TOO_EARLY: ['info', 'code', 'noticeTooEarly', 'noticeTooEarlyText'],
  NOT_A_PAY_CODE: ['warn', 'code', 'noticeNotPayCode', 'noticeNotPayCodeText'],
  NOT_FOR_INSTALMENTS: ['warn', 'code', 'noticeNotInParts', 'noticeNotInPartsText'],
  SCANNER_OFFLINE: ['warn', 'barcode', 'noticeScanner', 'noticeScannerText'],
  MEMBER_RECOGNISED: ['ok', 'user-check', 'noticeMember', 'noticeMemberText'],
  FACE_NOT_RECOGNISED: ['info', 'face', 'noticeNotKnown', 'noticeNotKnownText'],
  NO_CAMERA: ['info', 'camera-off', 'noticeNoCamera', 'noticeNoCameraText'],
  FACE_DELETED: ['ok', 'check', 'noticeFaceDeleted', 'noticeFaceDeletedText'],
  EXPIRED_GOODS: ['warn', 'clock', 'noticeExpired', 'noticeExpiredText'],
  RECALLED_GOODS: ['warn', 'undo', 'noticeRecalled', 'noticeRecalledText'],
  NOT_WEIGHED: ['warn', 'scale', 'noticeNotWeighed', 'noticeNotWeighedText'],
  COUPON: ['info', 'tag', 'noticeCoupon', 'noticeCouponText'],
  BAG_UNEXPECTED_ITEM: ['info', 'bag', 'bagUNEXPECTED_ITEM', 'noticeBagUnexpectedText'],
  BAG_MISSING_ITEM: ['info', 'bag', 'noticeBagMissing', 'noticeBagMissingText'],
  BAG_REMOVED: ['info', 'bag', 'bagREMOVED', 'noticeBagRemovedText'],
  NOT_A_RECEIPT: ['warn', 'code', 'noticeNotReceipt', 'noticeNotReceiptText'],
  RECEIPT_NOT_FOUND: ['warn', 'question', 'noticeNoReceipt', 'noticeNoReceiptText'],
  REFUND_REFUSED: ['warn', 'undo', 'noticeRefundRefused', 'noticeRefundRefusedText'],
  REFUND_OFFLINE: ['warn', 'undo', 'noticeRefundRefused', 'noticeRefundOfflineText'],
  NOTHING_TO_REFUND: ['info', 'info', 'noticeNothingBack', 'noticeNothingBackText'],
};

/** The sentence for what just happened. */
export const happened = (c, of) => {
  if (!of) return nothing;
  const [kind, name, title, text] = NOTICES[of.kind];
  const words = typeof c.t[title] === 'function' ? c.t[title](of.detail) : c.t[title];
  return notice(kind, name, words, c.small && (c.large || of.detail) ? '' : c.t[text]);
};

const stepper = (c, l) => l.count === 0
  ? button('trash', c.t.remove, 'small slim', () => c.send('removeLine', { line: l.id }))
  : html`<div class="stepper">${l.count === 1
      ? html`<button aria-label=${c.t.remove} @click=${() => c.send('removeLine', { line: l.id })}>${icon('trash')}</button>`
      : html`<button aria-label=${c.t.oneLess} @click=${() => c.send('oneLess', { line: l.id })}>${icon('minus')}</button>`}<output>${l.count}</output><button aria-label=${c.t.oneMore} @click=${() => c.send('oneMore', { line: l.id })}>${icon('plus')}</button></div>`;

const meta = (c, l) => html`<div class="meta">${l.open && l.justScanned ? html`<span class="now">${c.t.justScanned}</span>` : nothing}<span class="nowrap">${l.note}</span>${l.offer ? html`<span class="offer">${icon('tag')}<span>${l.offer}</span></span>` : nothing}</div>`;

/** On the small panel a reduction is the old price struck out; its reason is on the line's own screen. */
const smallMeta = (c, l) => html`<div class="meta"><span class="nowrap">${l.was || c.large || !l.note ? l.quantity : `${l.quantity}${c.zh ? '·' : ' · '}${l.note}`}</span>${l.was ? html`<span class="offer" aria-label=${l.offer ?? ''} role="img">${icon('tag')}</span><s class="was">¥${l.was}</s>` : nothing}</div>`;

const row = (c, l) => {
  const stepping = l.open && !c.small;
  return html`<li data-line=${l.id} class="row ${l.open ? 'on open' : ''} ${l.justScanned ? 'fresh' : ''}">${stepping ? nothing : html`<button class="hit" aria-label=${c.t.change(l.name)} @click=${() => c.send('openLine', { line: l.id })}></button>`}${picture(l.picture)}
  <div class="words"><div class="name">${l.name}</div>${c.small ? smallMeta(c, l) : meta(c, l)}</div>
  ${c.small ? nothing : stepping ? stepper(c, l) : html`<span class="qty">${l.quantity}</span>`}
  <div class="price">${money(l.price)}${l.was && !c.small ? html`<s class="was">¥${l.was}</s>` : nothing}</div></li>`;
};

const pill = (c, kind) => {
  const label = c.hidden < 0 ? (c.small ? c.t.toTopShort : c.t.toTop) : c.portrait ? c.t.moreBelow(c.hidden) : c.t.moreKinds(c.hidden);
  return c.hidden === 0 ? nothing : button(c.hidden < 0 ? 'up' : 'down', label, kind, turnPage);
};

const empty = c => html`<div class="stack center nothing-yet">${icon('barcode')}<h2>${c.t.emptyBasket}</h2><p class="soft">${c.t.emptyBasketText}</p></div>`;

export const basket = (c, screen, over) => {
  const { lines, totals } = screen;
  const list = html`<div class="shelf"><ul class="list ${lines.length <= 5 ? 'roomy' : ''}" @scroll=${scrolled}>${repeat(lines, l => l.id, l => row(c, l))}</ul>${c.hidden > 0 ? html`<div class="fade"></div>` : nothing}${c.small ? nothing : pill(c, 'more')}</div>`;
  const said = happened(c, screen.notice);
  const none = lines.length === 0;
  return frame(c, {
    kind: screen.notice ? 'basket told' : 'basket',
    head: c.small ? smallHead(c, screen.member) : head(c.t.basket, html`${totals.items === 0 ? nothing : note(c.portrait ? c.t.itemsTouch(totals.items) : c.t.items(totals.items))}${c.portrait ? nothing : cancel(c)}`),
    main: html`${none ? empty(c) : list}${c.portrait ? nothing : said}`,
    rail: c.portrait ? portraitRail(c, screen, said, none) : landscapeRail(c, screen, none),
    over,
  });
};

/**
 * The small panel's counter is full: who is shopping stands above the list in the heading's place, and how to leave; then
 * the pill has room for its arrow and figure only.
 */
const smallHead = (c, member) => html`<h1 class=${member ? 'unseen' : ''}>${c.t.basketShort}</h1>${memberButton(c, member, 'small slim')}${member ? arrow(c) : pill(c, 'quiet small slim')}${cancel(c)}`;

const arrow = c => c.hidden === 0 ? nothing
  : html`<button class="btn quiet small slim" aria-label=${c.hidden < 0 ? c.t.toTopShort : c.t.moreKinds(c.hidden)} @click=${turnPage}>${icon(c.hidden < 0 ? 'up' : 'down')}<span>${c.hidden < 0 ? '' : c.hidden}</span></button>`;

const pay = (c, none, kind) => html`<button class="btn primary ${kind}" ?disabled=${none} @click=${() => c.send('pay')}><span>${c.t.pay}</span></button>`;

const noBarcode = (c, produce, kind) => produce ? button(c.portrait ? 'nobarcode' : '', c.large && !c.portrait ? c.t.noBarcodeShort : c.t.noBarcode, kind, () => c.send('noBarcode')) : nothing;

const portraitRail = (c, { totals, member, produce }, said, none) => html`${said}${cancel(c)}
  <div class="sum"><div class="line"><span>${c.t.total}</span>${money(totals.total, 'total')}</div>
  <div class="line">${totals.saved ? saved(c.large ? c.t.savedShort(totals.saved) : c.t.saved(totals.saved)) : html`<span></span>`}<span class="small soft">${(c.large && !c.zh ? [] : totals.reductions).map((r, n) => html`${n ? (c.zh ? '·' : ' · ') : ''}<span class="nowrap">${r.label} ¥${r.amount}</span>`)}</span></div>${taxes(c, totals)}</div>
  ${pay(c, none, '')}
  <div class="pair">${noBarcode(c, produce, '')}${button('bag', c.t.bag, '', () => c.send('addBag'))}${memberButton(c, member, '')}</div>`;

/** With goods without a barcode there is one button more; the small panel has the bag among those goods then. */
const landscapeRail = (c, { totals, member, produce }, none) => html`<div class="sum"><span class="soft">${c.t.total}</span>${money(totals.total, 'total')}${totals.saved ? saved(c.small || c.large ? c.t.savedShort(totals.saved) : c.t.saved(totals.saved)) : nothing}</div>
  ${c.small || c.large ? nothing : html`<div class="small soft">${totals.reductions.map(r => html`<div class="nowrap">${r.label} ¥${r.amount}</div>`)}</div>${member || produce ? nothing : taxes(c, totals)}`}
  ${pay(c, none, 'push')}${c.small ? smallButton(c, produce) : mediumButtons(c, member, produce)}`;

const bag = c => button('', c.small || c.large ? c.t.bagShort : c.t.bag, 'small', () => c.send('addBag'));

/**
 * Above everything else, for where a finger comes from another screen, or goes down twice, there must be nothing that
 * throws the basket away.
 */
const cancel = c => c.small
  ? html`<button class="btn quiet slim" aria-label=${c.t.cancel} @click=${() => c.send('cancel')}>${icon('trash')}</button>`
  : button('trash', c.portrait ? c.t.cancel : c.t.cancelShort, 'quiet small slim giveup', () => c.send('cancel'));

const smallButton = (c, produce) => produce ? noBarcode(c, produce, 'small') : bag(c);

/** Who is shopping stands lowest: there the next screen asks for nothing. */
const mediumButtons = (c, member, produce) => html`${produce ? html`<div class="pair">${noBarcode(c, produce, 'small')}${bag(c)}</div>` : bag(c)}${memberButton(c, member, 'small')}`;
