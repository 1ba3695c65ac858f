// Digits of the shopper's phone, typed on keys of the page: the last four to prove to be a member, all to become one.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, person, tag } from './parts.js';

/** A mobile number is read aloud as 3 + 4 + 4. */
const GROUPS = { PHONE: [3, 4, 4] };

const boxes = (c, { kind, digits, length }) => {
  const box = n => html`<span class=${n === digits.length ? 'next' : ''}>${digits[n] ?? ''}</span>`;
  const groups = GROUPS[kind] ?? [length];
  const starts = groups.map((_, n) => groups.slice(0, n).reduce((a, b) => a + b, 0));
  return html`<div class="digits ${groups.length > 1 ? 'long' : ''}" role="img" aria-label=${c.t.typed(digits.length, length)}>${groups.map((size, g) =>
    html`<div class="group">${Array.from({ length: size }, (_, n) => box(starts[g] + n))}</div>`)}</div>`;
};

const key = (c, n) => button('', n, '', () => c.send('digit', { digit: n }));

const pad = c => html`<div class="keypad">${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => key(c, n))}${button('', c.t.clear, 'word', () => c.send('clearDigits'))}${key(c, 0)}<button class="btn" aria-label=${c.t.deleteDigit} @click=${() => c.send('deleteDigit')}>${icon('backspace')}</button></div>`;

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Keypad} screen
 */
export const keypad = (c, screen, over) => {
  const { kind, name, amount, wrong } = screen;
  const last = kind === 'LAST_FOUR';
  const sorry = last ? c.t.wrongLastFour : c.t.wrongPhone;
  const instead = wrong && c.small && c.large;
  const ask = html`<h1 class="phrase">${instead ? sorry : last ? (c.small ? c.t.lastFourShort : c.t.lastFour) : c.t.phone}</h1>`;
  const why = wrong ? html`<div class="wrong" role="status">${tag('info', sorry, 'warn')}</div>`
    : html`<p class="soft">${last ? (name ? c.t.lastFourWhy(name) : c.t.lastFourText) : c.t.phoneWhy}</p>`;
  const style = c.portrait ? 'quiet' : 'quiet small';
  const leave = amount ? button('code', c.small ? c.t.anotherWayShort : c.t.anotherWay, style, () => c.send('anotherWay'))
    : button('back', c.small ? c.t.backToBasketShort : c.t.backToBasket, style, () => c.send('back'));
  const due = amount ? html`<div class="sum"><span class="soft">${c.t.youPay}</span>${money(amount, 'total')}</div>` : nothing;
  if (c.portrait) {
    return frame(c, {
      kind: 'digits-of',
      main: html`<div class="stack">${name ? html`<div class="who">${person(name)}${why}</div>` : nothing}${ask}${name ? nothing : why}${boxes(c, screen)}${due}</div>`,
      rail: html`${pad(c)}${leave}`,
      over,
    });
  }
  return frame(c, {
    kind: 'digits-of',
    head: c.small ? html`${leave}${amount ? money(amount, 'due') : nothing}` : null,
    main: c.small
      ? html`<div class="stack">${ask}${wrong && !instead ? why : nothing}${boxes(c, screen)}</div>`
      : html`<div class="stack">${ask}${why}${boxes(c, screen)}${due}</div>`,
    rail: html`${pad(c)}${c.small ? nothing : leave}`,
    over,
  });
};
