// Dialogs above a screen. They never cover the bar, and the screen below is out of reach while they stand. What does no
// harm comes first. All answers stand where no screen below has anything that pays, agrees or throws away.
import { html } from '/lit/lit-html.js';
import { button, emblem, ring } from '../shared/parts.js';

/** @import { AttendantCalled, BagCheck, ConfirmCancel, ConfirmWithdraw, IdleWarning, Overlay } from '../messages.js' */
/** @import { Part } from '../shared/page.js' */

/** @param {{ kind?: string, mark: unknown, title: string, text: string, answers: unknown }} is */
const dialog = is =>
  html`<div class="scrim">
    <div
      class="dialog ${is.kind ?? ''}"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="dialog-title"
      aria-describedby="dialog-text"
    >
      <div class="said">
        ${is.mark}
        <div class="told">
          <h2 class="h1" id="dialog-title">${is.title}</h2>
          <p id="dialog-text">${is.text}</p>
        </div>
      </div>
      <div class="answers">${is.answers}</div>
    </div>
  </div>`;

/**
 * Back to what was being done.
 *
 * @type {Part<[label: string, kind: string]>}
 */
const goOn = (page, label, kind) => button('', label, kind, () => page.send('continue'));

/** @type {Part<[label: string, kind: string]>} */
const callStaff = (page, label, kind) => button('help', label, kind, () => page.send('callStaff'));

/** @type {Part<[IdleWarning]>} */
const idleWarning = (page, { seconds }) => {
  const { words } = page;
  const share = Math.min(100, (100 * page.seconds) / Math.max(1, seconds));
  const finish = button('', words.idleFinish, 'tall', () => page.send('finish'));
  return dialog({
    kind: 'idle',
    mark: ring('count', share, html`<span>${page.seconds}</span>`),
    title: words.idleTitle,
    text: words.idleText(page.seconds),
    answers: html`${goOn(page, words.keepShopping, 'primary')}${finish}`,
  });
};

/** @type {Part<[AttendantCalled]>} */
const attendantCalled = (page, { staff }) => {
  const { words } = page;
  if (staff !== 'NOT_REACHED') {
    const mark = staff === 'COMING' ? emblem('paid-mark', 'check') : emblem('plain', 'check');
    const answers = goOn(page, words.gotIt, 'primary');
    return dialog({ mark, title: words[`called${staff}`], text: words[`calledText${staff}`], answers });
  }
  const answers = html`${goOn(page, words.gotIt, 'tall')}${callStaff(page, words.callOnceMore, 'primary')}`;
  return dialog({ mark: emblem('plain', 'help'), title: words.notCalledTitle, text: words.notCalledText, answers });
};

/** @type {Part<[ConfirmCancel]>} */
const confirmCancel = (page, { items }) => {
  const { words } = page;
  const remove = button('', words.confirmYes, 'tall', () => page.send('confirmCancel'));
  return dialog({
    mark: emblem('plain', 'trash'),
    title: words.confirmTitle,
    text: words.confirmText(items),
    answers: html`${goOn(page, words.keepShopping, 'primary')}${remove}`,
  });
};

/** @type {Part<[ConfirmWithdraw]>} */
const confirmWithdraw = page => {
  const { words } = page;
  const remove = button('trash', words.withdrawYes, 'choice', () => page.send('confirmWithdraw'));
  return dialog({
    mark: emblem('plain', 'face'),
    title: words.withdrawTitle,
    text: words.withdrawText,
    answers: html`${goOn(page, words.withdrawNo, 'choice')}${remove}`,
  });
};

/** @type {Part} */
const confirmLeave = page => {
  const { words } = page;
  const leave = button('trash', words.leaveYes, 'choice', () => page.send('confirmLeave'));
  return dialog({
    mark: emblem('plain', 'member'),
    title: words.leaveTitle,
    text: words.leaveText,
    answers: html`${goOn(page, words.withdrawNo, 'choice')}${leave}`,
  });
};

/** @type {Part<[BagCheck]>} */
const bagCheck = (page, { kind, staff }) => {
  const { words } = page;
  const keep = goOn(page, words.keepScanning, 'primary');
  return dialog({
    mark: emblem('plain', 'bag'),
    title: words[`bag${kind}`],
    text: words[`bagStaff${staff}`],
    answers: staff !== 'NOT_REACHED' ? keep : html`${keep}${callStaff(page, words.callStaff, 'tall')}`,
  });
};

/** @type {Part<[Overlay]>} */
export const overlay = (page, above) => {
  switch (above.type) {
    case 'idleWarning':
      return idleWarning(page, above);
    case 'attendantCalled':
      return attendantCalled(page, above);
    case 'confirmCancel':
      return confirmCancel(page, above);
    case 'confirmWithdraw':
      return confirmWithdraw(page, above);
    case 'confirmLeave':
      return confirmLeave(page);
    case 'bagCheck':
      return bagCheck(page, above);
  }
};
