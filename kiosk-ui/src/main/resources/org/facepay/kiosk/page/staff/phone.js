// A phone becomes the one of whoever owns the badge: its camera reads the code.
import { html, nothing } from '/lit/lit-html.js';
import { bigMark, button, frame, head, note, notice, qr, turning } from '../shared/parts.js';

/** @import { Phone } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[Phone]>} */
const code = (page, { url, answered, phoneCode }) => {
  const { words } = page;
  if (url) return qr(phoneCode, words.phoneScan);
  return answered ? bigMark('phone') : turning('phone');
};

/** A page that nobody vouches for: whoever pairs compares what the phone warns of with this. */
/** @type {Part<[Phone]>} */
const certificate = ({ words }, { url, certificate: known }) => {
  if (!url || !known) return nothing;
  return html`<p class="fingerprint"><b>${words.phoneCertificate}</b><span>${known}</span></p>`;
};

/** @type {View<Phone>} */
export const phonePairing = (page, screen, over) => {
  const { words, small, portrait } = page;
  const none = !screen.url && screen.answered;
  const [said, text] = none
    ? [words.phoneNone, words.phoneNoneText]
    : screen.url
      ? [words.phoneScan, words.phoneScanText]
      : [words.phoneAsking, ''];
  return frame(page, {
    kind: 'staffmode pairing',
    badge: screen.badge,
    head: head(words.jobPHONE, small ? '' : note(page.display.terminal)),
    main: html`<div class="stack center">${code(page, screen)}${certificate(page, screen)}</div>`,
    rail: html`${notice(none ? 'warn' : '', 'phone', said, small ? '' : text)}
      <div class="push"></div>
      ${button('back', words.staffMenuBack, portrait ? 'quiet' : 'quiet small', () => page.send('back'))}`,
    over,
  });
};
