// Says what a screen comes to to those who do not see it, once: a live region of its own, for one that comes into the
// document together with its words is not read out. The first answer of a dialog, which does no harm, takes the focus.
import { sentence } from '../notice/happened.js';
import { words } from '../words.js';

/** @import { Snapshot } from '../messages.js' */
/** @import { Words } from '../words.js' */

const region = /** @type {HTMLElement} */ (document.getElementById('said'));
let said = '';

/** @param {Snapshot} snapshot */
export function announce(snapshot) {
  const text = spoken(verdict(snapshot, words(snapshot.display.language)));
  if (text === said) return;
  said = text;
  region.textContent = text;
}

/** Where a heading may break, and may not, is not read out. */
const spoken = (/** @type {string} */ text) => text.replaceAll('\u200b', '').replaceAll('\u00a0', ' ');

/** @param {HTMLElement} mount */
export function focusDialog(mount) {
  const dialog = mount.querySelector('.dialog');
  if (!dialog || dialog.contains(document.activeElement)) return;
  const first = dialog.querySelector('.answers button');
  if (first instanceof HTMLElement) first.focus({ preventScroll: true });
}

/**
 * What happened to the money, before anything else; else what has just happened.
 *
 * @param {Snapshot} snapshot
 * @param {Words} said
 */
function verdict({ screen }, said) {
  switch (screen.type) {
    case 'success':
      return `${said.paidTitle} ¥${screen.amount}`;
    case 'declined':
      return `${said.declinedTitle} ${said[`declined${screen.reason}`]}`;
    case 'unknown':
      return `${said.unknownTitle}. ${said.unknownText} ${said.reference} ${screen.reference}`;
    case 'handedOver':
      return `${said.handedTitle}. ${said.handedText} ${said.reference} ${screen.reference}`;
    case 'processing':
      return screen.confirmOnPhone ? said.confirmOnPhone : said.processing;
    case 'payQr':
      return screen.expired ? `${said.codeExpired}. ${said.codeExpiredText}` : '';
    case 'codeClosing':
      return `${said.codeClosing}. ${said.codeClosingWhy}`;
    case 'faceEnded':
      return screen.amount ? `${said.noMoneyTaken} ${said.stillToPay} ¥${screen.amount}` : '';
    case 'refunding':
      return `${said.refunding}. ${said.refundingText}`;
    case 'collect':
      return said.collectAllTitle;
    case 'notDelivered':
      return `${said[`notDelivered${screen.money}`]} ¥${screen.amount}`;
    case 'refunded':
      return `${said.refundSum} ¥${screen.amount}. ${screen.when}`;
    case 'notOpened':
      return [
        screen.charged || screen.reason === 'PAID' ? said.notOpenedTitlePaid : said.notOpenedTitle,
        said[`notOpened${screen.reason}`],
      ].join(' ');
    case 'bill':
      return screen.state === 'NOTHING' || screen.state === 'UNCLEAR'
        ? said.billNotCharged
        : `${said[`bill${screen.state}`]} ¥${screen.charged}`;
    case 'objected':
      return said[`objected${screen.objection}`](screen.amount);
    case 'doorOpen':
      return said.doorOpenTitle;
    case 'wrongPlace':
      return said.belongs(screen.article.name, screen.belongs);
    default:
      return 'notice' in screen && screen.notice ? sentence(said, screen.notice, screen.notice.detail) : '';
  }
}
