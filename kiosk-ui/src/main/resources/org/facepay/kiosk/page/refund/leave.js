// The way out of a refund: everything stays bought.
import { button } from '../shared/parts.js';

/** @import { Part } from '../shared/page.js' */

/** @type {Part<[kind: string]>} */
export const leave = (page, kind) => {
  const label = page.small || page.largerText ? page.words.refundLeaveShort : page.words.refundLeave;
  return button('close', label, kind, () => page.send('back'));
};
