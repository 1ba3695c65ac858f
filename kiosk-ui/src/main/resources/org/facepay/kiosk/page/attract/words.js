// Words while nobody is shopping.

export const words = {
  attractTitle: { zh: '扫一下商品，|就开始', en: 'Scan an item to~start' },
  attractText: {
    zh: '扫描口在|屏幕下方。|可以用付款码付，|也可以|请店员收款。',
    en: 'The scanner is below the screen. Pay with a phone code or with our staff.',
  },
  attractShort: { zh: '扫描口在屏幕下方', en: 'The scanner is below the screen' },
  start: { zh: '开始购物', en: 'Start' },
  offlineNow: {
    zh: '网络暂时不通，现在只能|请店员收款',
    en: 'The network is down. Right now only staff can take payment.',
  },
};
