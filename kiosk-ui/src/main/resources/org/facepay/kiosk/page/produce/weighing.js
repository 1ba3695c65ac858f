// One good on the scale, or its pieces being counted: what the scale says, what it comes to, and one way on.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, perUnit, picture, stepper, sum, tag } from '../shared/parts.js';

/** @import { ScaleState, Weighing } from '../messages.js' */
/** @import { Part, View } from '../shared/page.js' */

/**
 * Per state of the scale how it is shown: settled, still to be done by the shopper, or out of order.
 *
 * @type {Record<ScaleState, [kind: string, icon: string]>}
 */
const STATES = {
  WAITING: ['info', 'scale'],
  MOVING: ['info', 'clock'],
  STABLE: ['ok', 'check'],
  TOO_HEAVY: ['warn', 'warning'],
  TOO_LIGHT: ['warn', 'warning'],
  BELOW_ZERO: ['warn', 'undo'],
  NO_SCALE: ['warn', 'scale'],
  EXPIRED: ['warn', 'sync'],
};

/** What to put for a price that is not known yet. */
const NO_PRICE = '–';

/**
 * Figures large, their unit beside them.
 *
 * @param {string} weight
 * @param {ScaleState} state
 */
const reading = (weight, state) => {
  const [figures, unit] = weight.split(' ');
  return html`<output class="reading ${state === 'STABLE' ? '' : 'unsettled'}">
    <b>${figures}</b>
    <span>${unit}</span>
  </output>`;
};

/** @type {Part<[Weighing]>} */
const says = (page, { state, bagFirst }) => {
  const [kind, name] = bagFirst ? ['info', 'bag'] : STATES[state];
  const said = html`<span>${bagFirst ? page.words.bagFirst : page.words[`scale${state}`]}</span>`;
  return html`<div class="says" role="status">${tag(name, said, `${kind} pill`)}</div>`;
};

/**
 * While there is no weight to show, what to do is the sentence to read from two metres.
 *
 * @type {Part<[Weighing]>}
 */
const todo = (page, { state, bagFirst }) => {
  const [kind, name] = bagFirst ? ['info', 'bag'] : STATES[state];
  return html`<div class="stack center dial">
    <span class="bigmark ${kind}">${icon(name)}</span>
    <p class="h1" role="status">${bagFirst ? page.words.bagFirst : page.words[`scale${state}`]}</p>
  </div>`;
};

/** @type {Part<[Weighing]>} */
const scale = (page, screen) => {
  const { weight, tare, state } = screen;
  if (!weight) return todo(page, screen);
  const off = tare && !page.small ? html`<p class="small soft off">${page.words.bagTakenOff(tare)}</p>` : nothing;
  return html`<div class="stack center dial">${reading(weight, state)}${off}${says(page, screen)}</div>`;
};

/** @type {Part<[Weighing]>} */
const pieces = (page, { good, count }) => {
  const act = { less: () => page.send('fewerPieces'), more: () => page.send('morePieces') };
  return html`<div class="stack center dial">${stepper(page, { name: good.name, count, kind: 'wide' }, act)}</div>`;
};

/** @type {Part<[Weighing, kind: string]>} */
const add = (page, { canAdd }, kind) =>
  html`<button class="btn primary ${kind}" ?disabled=${!canAdd} @click=${() => page.send('addWeighed')}>
    <span>${page.words.addToBasket}</span>
  </button>`;

/** @type {Part<[Weighing, kind: string]>} */
const bag = (page, { good, tare }, kind) => {
  if (!good.byWeight) return nothing;
  const label = page.small || page.largerText ? page.words.inBagShort : page.words.inBag;
  return html`<button class="btn ${kind}" aria-pressed=${tare !== null} @click=${() => page.send('tare')}>
    ${icon(tare === null ? 'bag' : 'check')}<span>${label}</span>
  </button>`;
};

/**
 * The price stands where the total stood.
 *
 * @type {Part<[Weighing]>}
 */
const cost = (page, { price }) =>
  page.small
    ? html`<div class="sum">${money(price ?? NO_PRICE, 'total')}</div>`
    : sum(page, page.words.price, price ?? NO_PRICE);

/** @type {Part<[Weighing]>} */
const rail = (page, screen) => {
  const back = (/** @type {string} */ kind) => button('back', page.words.otherGood, kind, () => page.send('back'));
  if (page.portrait) {
    return html`${cost(page, screen)}${add(page, screen, '')}
      <div class="pair">${bag(page, screen, '')}${back('quiet')}</div>`;
  }
  return html`${cost(page, screen)}${add(page, screen, 'push')}${bag(page, screen, 'small')}
  ${back(page.small ? 'small' : 'quiet small')}`;
};

/** @type {View<Weighing>} */
export const weighing = (page, screen, over) => {
  const { good } = screen;
  const what = html`<div class="one">
    ${picture(good.picture, good.name)}
    <div>
      <h1>${good.name}</h1>
      <p class="soft">${perUnit(good)}</p>
    </div>
  </div>`;
  const how = good.byWeight ? scale(page, screen) : pieces(page, screen);
  return frame(page, { kind: 'weighing', main: html`${what}${how}`, rail: rail(page, screen), over });
};
