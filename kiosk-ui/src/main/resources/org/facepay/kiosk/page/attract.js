// Nobody is shopping: a scan starts a session, and so does the button.
import { html, nothing } from '/lit/lit-html.js';
import { brand, button, frame, money, notice, picture } from './parts.js';
import { scene } from './drawings.js';

const offer = o => html`<div class="offercard">${picture(o.picture)}<b>${o.name}</b>${money(o.amount)}<span class="offer small">${o.title}</span></div>`;

export const attract = (c, screen, over) => {
  const short = c.small || (c.medium && c.large);
  const offers = short || screen.offers.length === 0 ? nothing
    : html`<div class=${c.portrait ? 'pair' : 'stack'}>${screen.offers.slice(0, 2).map(offer)}</div>`;
  const offline = c.display.online ? nothing : notice('warn', 'network', short ? c.t.offlineShort : c.t.offlineNow);
  return frame(c, {
    kind: 'attract',
    main: html`<div class="hello"><h1 class="phrase">${c.t.attractTitle}</h1>${short ? nothing : html`<p class="soft">${c.t.attractText}</p>`}</div><div class="scene">${scene(c)}</div>`,
    rail: html`${c.portrait ? nothing : brand(c)}${short ? html`<p class="small soft lh7">${c.t.attractShort}</p>` : nothing}${c.portrait || c.display.online ? offers : nothing}${offline}
      ${button('', c.t.start, c.portrait ? 'primary' : 'primary push', () => c.send('start'))}`,
    over,
  });
};
