// Words while nothing can be bought.
/** @import { Said } from '../words.js' */

export const words = {
  bootTitle: { zh: '请稍等，|马上就好', en: 'One moment, please' },
  bootText: { zh: '自助收银正在启动。', en: 'This checkout is starting.' },
  lostTitle: { zh: '请稍等，|马上恢复', en: 'One moment, please' },
  lostText: {
    zh: '如果刚才|正在付款，先不要再付，等屏幕恢复。',
    en: 'If you were paying just now, please do not pay again until this screen is back.',
  },

  closedTitle: { zh: '这台机器|暂停使用', en: 'This checkout is closed' },
  closedOPENING_HOURS: { zh: '现在不是|营业时间', en: 'We are closed right now' },
  /** @type {Said<[from: string]>} */
  closedTomorrow: { zh: from => `打烊了，|明天 ${from} 见`, en: from => `Closed. See you tomorrow at~${from}` },
  /** @type {Said<[from: string]>} */
  closedToday: { zh: from => `还没开门，|今天 ${from} 见`, en: from => `Closed. We open at~${from}` },
  /** @type {Said<[from: string, until: string]>} */
  closedHours: { zh: (from, until) => `每天 ${from}–${until}`, en: (from, until) => `Every day ${from}–${until}` },
  closedOPENING_HOURSText: { zh: '营业时再来，欢迎你。', en: 'Please come back during opening hours.' },
  closedElsewhere: { zh: '请到其他机器|或柜台付款。', en: 'Please use another checkout or the counter.' },
  closedSTORAGE_FULL: { zh: '店员请看：|磁盘已满', en: 'For staff: the disk is full.' },
  closedSTORAGE_DAMAGED: { zh: '店员请看：|账本损坏', en: 'For staff: the records are damaged.' },
  closedSTORAGE_READ_ONLY: { zh: '店员请看：|磁盘无法写入', en: 'For staff: the disk cannot be written.' },
  closedSTORAGE_LOCKED: { zh: '店员请看：|账本被其他程序占用', en: 'For staff: another program holds the records.' },
  closedNO_GOODS: { zh: '店员请看：|商品清单无法使用', en: 'For staff: the list of goods cannot be used.' },
  closedSET_UP: { zh: '店员请看：|详见技术员页面', en: 'For staff: see the technician’s page.' },
  closedDOOR_OPEN: { zh: '店员请看：|机门开着', en: 'For staff: the door is open.' },
  closedNOT_SERVICED: {
    zh: '店员请看：|机门开过，|检查后扫工牌',
    en: 'For staff: look around, then scan a badge.',
  },
  closedDISPENSER_AWAY: { zh: '店员请看：|出货机没有应答', en: 'For staff: the dispenser does not answer.' },
  closedSTAFF: {
    zh: '店员暂停了|这台机器，请到其他机器|或柜台付款。',
    en: 'Staff have paused it. Please use another checkout or the counter.',
  },
};
