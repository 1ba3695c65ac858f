// Nobody is shopping: a scan starts a session, and so does the button.
import { html, nothing } from '/lit/lit-html.js';
import { brand, button, frame, money, notice, picture } from '../shared/parts.js';
import { METHODS } from '../payment/methods.js';
import { voiceDoor } from '../voice/voice.js';
import { scene } from './scene.js';

/** @import { Attract, Offer } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @param {Offer} offer */
const offerCard = offer =>
  html`<div class="offercard">
    ${picture(offer.picture, offer.name)}<b>${offer.name}</b>${money(offer.amount)}<span class="offer small"
      >${offer.title}</span
    >
  </div>`;

/** @type {View<Attract>} */
export const attract = (page, screen, over) => {
  const { words } = page;
  const short = page.small || (page.medium && page.largerText);
  const offers =
    short || screen.offers.length === 0
      ? nothing
      : html`<div class=${page.portrait ? 'pair' : 'stack'}>${screen.offers.slice(0, 2).map(offerCard)}</div>`;
  const limited = screen.only.length > 0;
  const only = words.onlyNow(screen.only.map(method => words[METHODS[method][1]]));
  const beside = limited && !short ? notice('warn', 'network', only) : nothing;
  const below = limited ? html`<p class="small">${only}</p>` : nothing;
  const [title, text] = screen.scanner
    ? [words.attractTitle, words.attractText]
    : [words.attractNoScannerTitle, words.attractNoScannerText];
  const start = button('', words.start, page.portrait ? 'primary' : 'primary push', () => page.send('start'));
  return frame(page, {
    kind: 'attract',
    main: html`<div class="hello">
        <h1 class="phrase">${title}</h1>
        ${short ? below : html`<p class="soft">${text}</p>`}
        ${screen.scanner && !limited ? html`<p class="soft small">${words.attractReturns}</p>` : nothing}
      </div>
      <div class="scene">${scene(page)}</div>`,
    rail: html`${page.portrait ? nothing : brand(page)}
    ${short && screen.scanner && !limited ? html`<p class="small soft lh7">${words.attractShort}</p>` : nothing}
    ${page.portrait || !limited ? offers : nothing}${beside}${voiceDoor(page)}${start}`,
    over,
  });
};
