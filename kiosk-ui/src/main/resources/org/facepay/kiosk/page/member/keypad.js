// Digits of the shopper's phone, typed on keys of the page: the last four to prove to be a member, all to become one.
import { html, nothing } from '/lit/lit-html.js';
import { boxes, onward, pad } from '../shared/keys.js';
import { button, frame, money, person, tag } from '../shared/parts.js';

/** @import { Keypad, KeypadKind } from '../messages.js' */
/** @import { Page, Part, View } from '../shared/page.js' */

/** A mobile number is read aloud as 3 + 4 + 4. */
const NUMBER = [3, 4, 4];

/** @type {Partial<Record<KeypadKind, number[]>>} */
const GROUPS = { PHONE: NUMBER, JOINING: NUMBER, NUMBER, CODE: [3, 3] };

/**
 * Per kind what is asked, in short, why, and what is said of digits that were not right.
 *
 * @satisfies {Record<KeypadKind, Record<string, string>>}
 */
const SAID = /** @type {const} */ ({
  LAST_FOUR: { ask: 'lastFour', short: 'lastFourShort', why: 'lastFourText', wrong: 'wrongLastFour' },
  PHONE: { ask: 'phone', short: 'phone', why: 'phoneWhy', wrong: 'wrongPhone' },
  JOINING: { ask: 'phone', short: 'phone', why: 'joiningWhy', wrong: 'wrongPhone' },
  NUMBER: { ask: 'phone', short: 'phone', why: 'numberWhy', wrong: 'wrongPhone' },
  CODE: { ask: 'code', short: 'codeShort', why: 'lastFourText', wrong: 'wrongCode' },
});

/** @type {Part<[Keypad]>} */
const typed = (page, { kind, digits, length }) => boxes(page, digits, GROUPS[kind] ?? [length]);

/** @param {Page} page */
const keys = page =>
  pad(page, {
    digit: digit => page.send('digit', { digit }),
    clear: () => page.send('clearDigits'),
    remove: () => page.send('deleteDigit'),
  });

/** @type {Part<[Keypad]>} */
const leave = (page, { amount }) => {
  const { words, small } = page;
  const style = page.portrait ? 'quiet' : 'quiet small';
  return amount
    ? button('code', small ? words.anotherWayShort : words.anotherWay, style, () => page.send('anotherWay'))
    : button('back', small ? words.backToBasketShort : words.backToBasket, style, () => page.send('back'));
};

/** @param {Page} page @param {Keypad} screen */
const sorry = ({ words }, { kind }) => words[SAID[kind].wrong];

/** Where there is room for one sentence, that it was wrong stands in its place. */
const instead = (/** @type {Page} */ page, /** @type {Keypad} */ { wrong }) => wrong && page.small && page.largerText;

/** @type {Part<[Keypad]>} */
const ask = (page, screen) => {
  const { ask: long, short } = SAID[screen.kind];
  const asked = page.words[page.small ? short : long];
  return html`<h1 class="phrase">${instead(page, screen) ? sorry(page, screen) : asked}</h1>`;
};

/** @type {Part<[Keypad]>} */
const why = (page, screen) => {
  const { words } = page;
  const { kind, name, wrong } = screen;
  if (wrong) return html`<div class="wrong" role="status">${tag('info', sorry(page, screen), 'warn')}</div>`;
  return html`<p class="soft">${name ? words.lastFourWhy(name) : words[SAID[kind].why]}</p>`;
};

/** @type {Part<[Keypad]>} */
const next = (page, { kind, digits, length }) =>
  kind === 'LAST_FOUR' ? nothing : onward(page, digits.length >= length);

/** @type {Part<[Keypad]>} */
const due = (page, { amount }) => {
  if (!amount) return nothing;
  return html`<div class="sum"><span class="soft">${page.words.youPay}</span>${money(amount, 'total')}</div>`;
};

/** @type {View<Keypad>} */
export const keypad = (page, screen, over) => {
  if (page.portrait) return portrait(page, screen, over);
  return page.small ? small(page, screen, over) : medium(page, screen, over);
};

/** @type {View<Keypad>} */
const portrait = (page, screen, over) => {
  const { name } = screen;
  const who = name
    ? html`<div class="who">${person(name)}${why(page, screen)}</div>
        ${ask(page, screen)}`
    : html`${ask(page, screen)}${why(page, screen)}`;
  return frame(page, {
    kind: 'digits-of',
    main: html`<div class="stack">${who}${typed(page, screen)}${next(page, screen)}${due(page, screen)}</div>`,
    rail: html`${keys(page)}${leave(page, screen)}`,
    over,
  });
};

/** @type {View<Keypad>} */
const medium = (page, screen, over) =>
  frame(page, {
    kind: 'digits-of',
    main: html`<div class="stack">
      ${ask(page, screen)}${why(page, screen)}${typed(page, screen)}${next(page, screen)}${due(page, screen)}
    </div>`,
    rail: html`${keys(page)}${leave(page, screen)}`,
    over,
  });

/** @type {View<Keypad>} */
const small = (page, screen, over) => {
  const { amount, wrong } = screen;
  const said = wrong && !instead(page, screen) ? why(page, screen) : nothing;
  return frame(page, {
    kind: 'digits-of',
    head: html`${leave(page, screen)}${amount ? money(amount, 'due') : next(page, screen)}`,
    main: html`<div class="stack">${ask(page, screen)}${said}${typed(page, screen)}</div>`,
    rail: keys(page),
    over,
  });
};
