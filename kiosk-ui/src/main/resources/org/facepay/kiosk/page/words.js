// The page's own words, gathered from the features that say them. Names and amounts come formatted from the terminal.
//
// Every word stands in Chinese and English side by side: short, spoken, 你, no blame; what happened to the money first.
// "|" is a place where a heading may break, "~" a space that never breaks. No apostrophe like a 9 in English: the face
// draws it full width.
import { words as attract } from './attract/words.js';
import { words as basket } from './basket/words.js';
import { words as closed } from './closed/words.js';
import { words as consent } from './consent/words.js';
import { words as container } from './container/words.js';
import { words as dialog } from './dialog/words.js';
import { words as face } from './face/words.js';
import { words as hold } from './hold/words.js';
import { words as member } from './member/words.js';
import { words as notice } from './notice/words.js';
import { words as payment } from './payment/words.js';
import { words as produce } from './produce/words.js';
import { words as refund } from './refund/words.js';
import { words as shared } from './shared/words.js';
import { words as staff } from './staff/words.js';
import { words as vending } from './vending/words.js';
import { words as voice } from './voice/words.js';

/** @import { Language } from './messages.js' */

/**
 * A sentence with gaps, in both languages.
 *
 * @template {unknown[]} Given
 * @template [Text=string]
 * @typedef {{ zh: (...given: Given) => Text, en: (...given: Given) => Text }} Said
 */
/** @typedef {{ [Key in keyof typeof all]: (typeof all)[Key]['zh'] }} Words what a view says, in one language */

/** By feature, so that a test can see that none says what another says. */
export const features = {
  attract,
  basket,
  closed,
  consent,
  container,
  dialog,
  face,
  hold,
  member,
  notice,
  payment,
  produce,
  refund,
  shared,
  staff,
  vending,
  voice,
};

const all = {
  ...attract,
  ...basket,
  ...closed,
  ...consent,
  ...container,
  ...dialog,
  ...face,
  ...hold,
  ...member,
  ...notice,
  ...payment,
  ...produce,
  ...refund,
  ...shared,
  ...staff,
  ...vending,
  ...voice,
};

const prepared = { ZH: prepare('zh'), EN: prepare('en') };

/** @param {Language} language */
export function words(language) {
  return prepared[language];
}

/** @param {'zh' | 'en'} language */
function prepare(language) {
  const entries = Object.entries(all).map(([key, said]) => [key, ready(said[language])]);
  return /** @type {Words} */ (Object.fromEntries(entries));
}

/** @param {string | string[] | ((...given: any[]) => string | string[])} said */
function ready(said) {
  return typeof said === 'function' ? (/** @type {unknown[]} */ ...given) => marked(said(...given)) : marked(said);
}

/** @param {string | string[]} said */
function marked(said) {
  return Array.isArray(said) ? said.map(marks) : marks(said);
}

/** @param {string} text */
function marks(text) {
  return text.replaceAll('|', '\u200b').replaceAll('~', '\u00a0');
}
