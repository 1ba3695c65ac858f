// Words while nobody is shopping.
/** @import { Said } from '../words.js' */

export const words = {
  attractTitle: { zh: '扫一下商品，|就开始', en: 'Scan an item to~start' },
  attractText: {
    zh: '扫描口在|屏幕下方。|不用先说|怎么付。',
    en: 'The scanner is below the screen. How to pay comes later.',
  },
  attractShort: { zh: '扫描口在屏幕下方', en: 'The scanner is below the screen' },
  attractReturns: {
    zh: '要退货，扫一下|小票上的码。',
    en: 'To return something, scan the code of its receipt.',
  },
  touchToStart: { zh: '点一下屏幕，就开始', en: 'Touch the screen to start' },
  start: { zh: '开始购物', en: 'Start' },
  /** @type {Said<[ways: string[]]>} */
  onlyNow: { zh: ways => `现在可用：${ways.join('、')}`, en: ways => `Now only: ${ways.join(', ')}` },
  attractNoScannerTitle: { zh: '扫描枪|暂时用不了', en: 'The scanner does not work right~now' },
  attractNoScannerText: { zh: '请店员|帮忙结账。', en: 'Our staff will help you pay.' },
};
