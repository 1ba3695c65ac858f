// One good on the scale, or its pieces being counted: what the scale says, what it comes to, and one way on.
import { html, nothing } from '/lit/lit-html.js';
import { button, frame, icon, money, perUnit, picture, sum, tag } from './parts.js';

/** Per state of the scale how it is shown: settled, still to be done by the shopper, or out of order. */
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

/** Figures large, their unit beside them. */
const reading = (c, { weight, state }) => {
  const [figures, unit] = weight.split(' ');
  return html`<output class="reading ${state === 'STABLE' ? '' : 'unsettled'}"><b>${figures}</b><span>${unit}</span></output>`;
};

const says = (c, { state }) => {
  const [kind, name] = STATES[state];
  return html`<div class="says" role="status">${tag(name, html`<span>${c.t[`scale${state}`]}</span>`, `${kind} pill`)}</div>`;
};

const off = (c, { tare }) => tare ? html`<p class="small soft off">${c.t.bagTakenOff(tare)}</p>` : nothing;

/** While there is no weight to show, what to do is the sentence to read from two metres. */
const todo = (c, { state }) => html`<div class="stack center dial"><span class="bigmark ${STATES[state][0]}">${icon(STATES[state][1])}</span><p class="h1" role="status">${c.t[`scale${state}`]}</p></div>`;

const scale = (c, screen) => !screen.weight ? todo(c, screen) : html`<div class="stack center dial">${reading(c, screen)}${c.small ? nothing : off(c, screen)}${says(c, screen)}</div>`;

const pieces = (c, { count }) => html`<div class="stack center dial"><div class="stepper wide"><button aria-label=${c.t.oneLess} ?disabled=${count === 1} @click=${() => c.send('fewerPieces')}>${icon('minus')}</button><output>${count}</output><button aria-label=${c.t.oneMore} @click=${() => c.send('morePieces')}>${icon('plus')}</button></div></div>`;

const add = (c, { canAdd }, kind) => html`<button class="btn primary ${kind}" ?disabled=${!canAdd} @click=${() => c.send('addWeighed')}><span>${c.t.addToBasket}</span></button>`;

const bag = (c, { tare }, kind) => html`<button class="btn ${kind}" aria-pressed=${tare !== null} @click=${() => c.send('tare')}>${icon(tare === null ? 'bag' : 'check')}<span>${c.small || c.large ? c.t.inBagShort : c.t.inBag}</span></button>`;

/** The price stands where the total stood; a bar until there is one. */
const cost = (c, { price }) => sum(c, c.t.price, price ?? '–');

/**
 * @param {import('./types.js').Context} c
 * @param {import('./types.js').Weighing} screen
 */
export const weighing = (c, screen, over) => {
  const { good } = screen;
  const what = html`<div class="one">${picture(good.picture)}<div><h1>${good.name}</h1><p class="soft">${perUnit(good)}</p></div></div>`;
  const back = kind => button('back', c.t.otherGood, kind, () => c.send('back'));
  const how = good.byWeight ? scale(c, screen) : pieces(c, screen);
  const taring = kind => good.byWeight ? bag(c, screen, kind) : nothing;
  return frame(c, {
    kind: 'weighing',
    main: html`${what}${how}`,
    rail: c.portrait ? html`${cost(c, screen)}${add(c, screen, '')}<div class="pair">${taring('')}${back('quiet')}</div>`
      : html`${c.small ? html`<div class="sum">${money(screen.price ?? '–', 'total')}</div>` : cost(c, screen)}${add(c, screen, 'push')}${taring('small')}${back(c.small ? 'small' : 'quiet small')}`,
    over,
  });
};
