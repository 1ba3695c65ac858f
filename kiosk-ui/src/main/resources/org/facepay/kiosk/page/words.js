// The page's own words. Names and amounts come formatted from the terminal.
// In the dictionaries "|" is a place where a heading may break, "~" a space that never breaks.
import { zh } from './words-zh.js';
import { en } from './words-en.js';

const prepared = { ZH: prepare(zh), EN: prepare(en) };

/** @param {'ZH' | 'EN' | undefined} language */
export function words(language) {
  return prepared[language ?? 'ZH'];
}

function prepare(dictionary) {
  const ready = {};
  for (const [key, value] of Object.entries(dictionary)) {
    ready[key] = typeof value === 'function' ? (...given) => marked(value(...given)) : marked(value);
  }
  return /** @type {typeof zh} */ (ready);
}

function marked(value) {
  return Array.isArray(value) ? value.map(marks) : marks(value);
}

function marks(text) {
  return text.replaceAll('|', '\u200b').replaceAll('~', '\u00a0');
}
