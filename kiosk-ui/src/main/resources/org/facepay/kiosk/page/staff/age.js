// Is the shopper old enough? Both answers look alike, and the refusal says what goes and what it costs.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, head, note } from '../shared/parts.js';
import { row } from '../basket/row.js';

/** @import { AgeCheck } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @type {View<AgeCheck>} */
export const ageCheck = (page, screen, over) => {
  const { words, small, portrait, largerText } = page;
  const { years, lines, amount, badge } = screen;
  const short = !portrait || largerText;
  const title = words.ageQuestion(years);
  const rows = html`<ul class="list unpressed">
    ${lines.map(line => row(page, line))}
  </ul>`;
  const how = html`<p class=${portrait ? '' : 'small'}>${short ? words.ageHowShort : words.ageHow}</p>`;
  const yes = button('user-check', words.ageYes, 'choice', () => page.send('confirmAge'));
  const no = button('close', words.ageNo(amount), 'choice', () => page.send('refuseAge'));
  const back = button('back', short ? words.staffBackShort : words.staffBack, 'quiet small', () => page.send('back'));
  return frame(page, {
    kind: 'staffmode',
    badge,
    head: head(title, small ? nothing : note(page.display.terminal)),
    main: html`${how}${rows}${small ? back : nothing}`,
    rail: html`<div class="stack push">${yes}${no}</div>
      ${small ? nothing : back}`,
    over,
  });
};
