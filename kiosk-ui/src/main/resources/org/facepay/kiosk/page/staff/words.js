// Words of what staff see behind their badge.
/** @import { Said } from '../words.js' */

export const words = {
  staffBack: { zh: '先不处理，还给顾客', en: 'Not now, back to shopper' },
  staffBackShort: { zh: '还给顾客', en: 'Back' },

  /** @type {Said<[years: number]>} */
  ageQuestion: { zh: years => `满 ${years} 周岁了吗？`, en: years => `${years} or over?` },
  ageHow: {
    zh: '请当面看人或看证件。证件只看不记录；你的名字和决定一起记下。',
    en: 'Look at the person or the ID. Nothing from it is stored; your name and answer are.',
  },
  ageHowShort: { zh: '看人或看证件，只看不记录。', en: 'Look at the person or ID.' },
  ageYes: { zh: '满了，可以买', en: 'Yes, allow' },
  /** @type {Said<[amount: string]>} */
  ageNo: { zh: amount => `没满，|拿掉 ¥${amount}`, en: amount => `Not yet, take off ¥${amount}` },
};
