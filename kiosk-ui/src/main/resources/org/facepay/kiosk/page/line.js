// The 7" panel's own screen for one line: there is no room for a stepper in a row.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, money, picture, sum } from './parts.js';

export const line = (c, screen, over) => {
  const l = screen.lines.find(x => x.open);
  const act = (intent) => () => c.send(intent, { line: l.id });
  return frame(c, {
    kind: 'oneline',
    head: head(c.t.lineTitle),
    main: html`<div class="one">${picture(l.picture)}<div><div class="name">${l.name}</div><div class="small soft">${l.note}</div>${l.offer ? html`<div class="offer small">${icon('tag')}<span>${l.offer}</span></div>` : nothing}</div></div>
      ${l.count === 0 ? html`<p class="soft weighed">${l.quantity}${c.zh ? '，' : ' · '}${c.t.lineWeighed}</p>`
        : html`<div class="stepper wide"><button aria-label=${c.t.oneLess} ?disabled=${l.count === 1} @click=${act('oneLess')}>${icon('minus')}</button><output>${l.count}</output><button aria-label=${c.t.oneMore} @click=${act('oneMore')}>${icon('plus')}</button></div>`}`,
    rail: html`<div class="sum">${money(l.price, 'total')}${l.was ? html`<s class="was">¥${l.was}</s>` : nothing}</div>
      ${button('', c.t.done, 'primary push', () => c.send('closeLine'))}${button('trash', c.t.removeLine, 'small', act('removeLine'))}`,
    over,
  });
};
