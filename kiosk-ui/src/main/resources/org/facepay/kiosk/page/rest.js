// Times when nothing can be bought: starting, connection lost, closed.
import { html, nothing } from '/lit/lit-html.js';
import { frame, icon, ring } from './parts.js';

export const boot = (c, screen, over) => frame(c, {
  kind: 'whole waiting',
  bare: screen.bare,
  main: html`<div class="stack center">${ring('turning', 28, icon('clock'))}<div class="stack center tight"><h1 class="phrase">${screen.lost ? c.t.lostTitle : c.t.bootTitle}</h1><p class="soft">${screen.lost ? c.t.lostText : c.t.bootText}</p></div></div>`,
  over,
});

export const closed = (c, screen, over) => {
  const hours = screen.reason === 'OPENING_HOURS';
  return frame(c, {
    kind: 'whole waiting shut',
    main: html`<div class="stack center"><span class="bigmark">${icon(hours ? 'clock' : 'door')}</span><div class="stack center tight"><h1 class="phrase">${hours ? c.t.closedOPENING_HOURS : c.t.closedTitle}</h1><p class="soft">${hours ? c.t.closedOPENING_HOURSText : screen.reason === 'STAFF' ? c.t.closedSTAFF : c.t.closedElsewhere}</p>${hours || screen.reason === 'STAFF' ? nothing : html`<p class="small soft">${c.t[`closed${screen.reason}`]}</p>`}</div></div>`,
    over,
  });
};
