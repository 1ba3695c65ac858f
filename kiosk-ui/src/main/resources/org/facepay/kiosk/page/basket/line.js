// The 7" panel's own screen for one line: there is no room for a stepper in a row.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, icon, money, picture, stepper } from '../shared/parts.js';

/** @import { Line } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/** @type {Part<[Line]>} */
const counting = (page, line) => {
  const { words } = page;
  if (line.count === 0) {
    const weighed = `${line.quantity}${page.chinese ? '，' : ' · '}${words.lineWeighed}`;
    return html`<p class="soft weighed">${weighed}</p>`;
  }
  return stepper(
    page,
    { name: line.name, count: line.count, kind: 'wide' },
    {
      less: () => page.send('oneLess', { line: line.id }),
      more: () => page.send('oneMore', { line: line.id }),
    },
  );
};

/** @type {View<Line>} */
export const line = (page, shown, over) => {
  const { words } = page;
  const offer = html`<div class="offer small">${icon('tag')}<span>${shown.offer}</span></div>`;
  const what = html`<div class="one">
    ${picture(shown.picture, shown.name)}
    <div>
      <div class="name">${shown.name}</div>
      <div class="small soft">${shown.note}</div>
      ${shown.offer ? offer : nothing}
    </div>
  </div>`;
  const was = shown.was ? html`<s class="was">¥${shown.was}</s>` : nothing;
  return frame(page, {
    kind: 'oneline',
    head: head(words.lineTitle),
    main: html`${what}${counting(page, shown)}`,
    rail: html`<div class="sum">${money(shown.price, 'total')}${was}</div>
      ${button('', words.done, 'primary push', () => page.send('closeLine'))}
      ${button('trash', words.removeLine, 'small', () => page.send('removeLine', { line: shown.id }))}`,
    over,
  });
};
