// The attendant's page: what waits at the terminals, the oldest first, and the answers. It asks once a second and keeps
// nothing; what it shows is what its desk, the collector's or a terminal's own, said last.
'use strict';

const WORDS = {
  zh: {
    other: 'English', live: '在线', lost: '断线', lostText: t => `正在重连。下面是 ${t} 的样子，现在按了也不会送到。`, until: t => `到 ${t}`, from: n => `这一页由 ${n} 提供`,
    none: '现在没有人在等', noneText: '有人呼叫时，这里会出现。', count: n => `${n} 个人在等你`,
    waiting: '在等', since: '前应答', coming: '我马上来', said: '你说了马上来', others: '有店员去了', open: '打开', back: '返回',
    basket: n => `购物清单，${n} 件`, total: '合计', years: n => `满 ${n} 周岁`,
    ageQuestion: n => `满 ${n} 周岁了吗？`, ageHow: '请当面看人或看身份证。你的名字和决定一起记下。',
    old: '满了，可以买', young: a => `没满，拿掉 ¥${a}`,
    bagsQuestion: '装袋区的重量不对', bagsHow: '看过袋子，没问题就放行。', bags: '看过了，放行',
    screenSays: '屏幕会对顾客说：店员正在过来', gone: '这件事已经处理好了。', sent: '已送到，等机器回应。',
    unpaired: '这部手机还没配对', unpairedText: '在店里任何一台终端上扫你的工牌，点“配对手机”，再用这部手机的相机扫屏幕上的码。', oldCode: '这个码用过了，或者过期了。请再出一个。',
    unpair: '取消配对这部手机', unpairText: '之后收不到呼叫；要用，得再扫一次配对码。',
    why: { 'age-check': '看年龄', shopper: '顾客呼叫', 'pay-with-staff': '要付现金', 'bag-check': '装袋区重量不对',
      'payment-unknown': '付款没确认', 'refund-unknown': '退款没确认', 'refund-trouble': '退款没到账',
      'vending-review': '出货不明', other: '需要店员' },
    note: { 'payment-unknown': '请勿重复收款' },
  },
  en: {
    other: '中文', live: 'Live', lost: 'Offline', lostText: t => `Trying to connect again. Below is what was so at ${t}; nothing you press arrives now.`, until: t => `until ${t}`, from: n => `Served by ${n}`,
    none: 'Nobody is waiting', noneText: 'Calls appear here.', count: n => (n === 1 ? '1 person waits for you' : `${n} people wait for you`),
    waiting: 'waiting', since: 'since answered', coming: 'I am coming', said: 'You said you are coming', others: 'Somebody is on the way', open: 'Open', back: 'Back',
    basket: n => (n === 1 ? 'Basket, 1 item' : `Basket, ${n} items`), total: 'Total', years: n => `${n} and over`,
    ageQuestion: n => `${n} or over?`, ageHow: 'Look at the person or the ID. Your name and answer are kept.',
    old: 'Yes, allow', young: a => `Not yet, take off ¥${a}`,
    bagsQuestion: 'The weight in the bags is wrong', bagsHow: 'Look into the bags, then let it go on.', bags: 'Looked, go on',
    screenSays: 'The screen will say: staff are coming', gone: 'This has been settled.', sent: 'Sent. Waiting for the terminal.',
    unpaired: 'This phone is not paired', unpairedText: 'Scan your badge at any terminal of the shop, choose "Pair a phone", and scan the code on its screen with this phone.', oldCode: 'That code was used or is too old. Ask for another.',
    unpair: 'Unpair this phone', unpairText: 'After that no call reaches you. Pairing again needs a new code.',
    why: { 'age-check': 'Age check', shopper: 'Shopper calls', 'pay-with-staff': 'Wants to pay cash', 'bag-check': 'Weight in the bags is wrong',
      'payment-unknown': 'Payment not confirmed', 'refund-unknown': 'Refund not confirmed', 'refund-trouble': 'Refund did not arrive',
      'vending-review': 'Not known whether it fell', other: 'Needs staff' },
    note: { 'payment-unknown': 'Do not take the money again' },
  },
};

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
let language = asked.startsWith('en') ? 'en' : 'zh';
let board = null;
let lost = false;
let paired = true;
let shown = null;
let said = '';

const page = document.getElementById('page');

/** A desk has room for the calls and the basket of one beside each other. */
const wide = matchMedia('(min-width: 960px)');
const words = () => WORDS[language];
const money = minor => (minor / 100).toFixed(2);

/** An element with attributes and children; text is text. */
const el = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(child => child != null));
  return made;
};

const clock = iso => new Date(iso).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

const waited = place => {
  const from = place.call?.at ?? board.now;
  const seconds = Math.max(0, Math.round((Date.parse(board.now) - Date.parse(from)) / 1000));
  const two = n => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
};

const name = place => (language === 'zh' ? place.name : place.nameEn) || place.terminal;
const number = place => (place.name?.match(/\d+/) ?? [place.terminal])[0];

const why = place => {
  const reasons = words().why;
  if (place.waits?.years) return reasons['age-check'];
  if (place.waits?.bags) return reasons['bag-check'];
  return reasons[place.call?.why] ?? reasons.other;
};

/** Somebody is coming; whether it is whoever holds this phone is known only where this page has said so. */
const isAnswered = place => place.call?.heard === 'COMING';
const answered = new Set();
const coming = place => `✓ ${answered.has(place.call?.id) ? words().said : words().others}`;

const note = place => (place.waits?.years || place.waits?.bags ? null : words().note[place.call?.why]);

async function answer(place, kind) {
  const body = { terminal: place.terminal, kind, session: place.session ?? 0, call: place.call?.id ?? 0, years: place.waits?.years ?? 0 };
  const response = await fetch('/staff/answer', {
    method: 'POST', headers: { 'X-Staff': '1', 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  }).catch(() => null);
  if (response?.ok && kind === 'coming') answered.add(body.call);
  said = response?.ok ? words().sent : response?.status === 409 ? words().gone : words().lost;
  await ask();
}

async function unpair() {
  await fetch('/staff/unpair', { method: 'POST', headers: { 'X-Staff': '1' } }).catch(() => null);
  await ask();
}

const top = () =>
  el('header', {},
    el('div', {}, el('b', {}, board?.attendant ?? ''), el('span', { class: 'soft' }, board?.until ? ` · ${words().until(clock(board.until))}` : ''),
      board?.desk ? el('div', { class: 'soft desk' }, words().from(name(board.desk))) : null),
    lost || paired ? el('span', { class: lost ? 'state lost' : 'state' }, lost ? `▲ ${words().lost}` : words().live) : null,
    el('button', { class: 'plain', onclick: () => { language = language === 'zh' ? 'en' : 'zh'; draw(); } }, words().other));

const offline = () => (lost && board ? el('p', { class: 'alone', role: 'alert' }, words().lostText(clock(board.now))) : null);

const time = place =>
  el('div', { class: 'time' }, el('b', { 'data-waits': place.terminal }, waited(place)),
    el('span', { class: 'soft' }, isAnswered(place) ? words().since : words().waiting));

const about = (place, title) =>
  el('div', {}, el(title, {}, why(place)), note(place) ? el('span', { class: 'warn' }, note(place)) : null, el('span', { class: 'soft' }, name(place)));

/** The open ones first, each kind the longest wait first. */
const sorted = () =>
  [...board.waiting].sort((a, b) => isAnswered(a) - isAnswered(b) || Date.parse(a.call?.at ?? board.now) - Date.parse(b.call?.at ?? board.now));

/** What is open beside the list; on a desk the first, until another is chosen. */
const chosen = () => board.waiting.find(each => each.terminal === shown) ?? (wide.matches ? sorted()[0] : undefined);

const card = (place, first, beside) => {
  const mine = isAnswered(place);
  const come = el('button', { class: first && !beside ? 'primary' : '', onclick: () => answer(place, 'coming') }, words().coming);
  const open = el('button', { class: 'slim', onclick: () => { shown = place.terminal; said = ''; draw(); } }, words().open);
  return el('article', { class: `call${mine ? ' mine' : ''}${beside === place ? ' shown' : ''}`, 'data-terminal': place.terminal },
    el('div', { class: 'what' },
      el('span', { class: 'number' }, number(place)),
      about(place, 'b'),
      time(place)),
    el('div', { class: 'acts' }, mine ? el('span', { class: 'ok' }, coming(place)) : place.call ? come : null, open));
};

const age = place => place.basket.lines.filter(line => line.years > 0 && !line.seen).reduce((sum, line) => sum + line.minor, 0);

const lineRow = line =>
  el('li', { class: line.years && !line.seen ? 'held' : '' },
    el('div', {}, el('b', {}, language === 'zh' ? line.name : line.nameEn),
      el('span', { class: 'soft' }, line.quantity), line.years ? el('span', { class: 'warn' }, words().years(line.years)) : null),
    el('span', { class: 'money' }, `¥${money(line.minor)}`));

/** What is to be decided stands above the basket: a long one must not hide it. */
const detail = place => {
  const { years, bags } = place.waits ?? {};
  const lines = place.basket?.lines ?? [];
  const held = lines.filter(line => line.years > 0 && !line.seen);
  return el('main', { class: 'detail' },
    el('button', { class: 'plain back', onclick: () => { shown = null; draw(); } }, `← ${words().back}`),
    el('section', { class: 'band' }, el('span', { class: 'number' }, number(place)),
      about(place, 'h1'),
      time(place)),
    years ? el('section', {}, el('ul', {}, ...held.map(lineRow)),
      el('h2', {}, words().ageQuestion(years)), el('p', { class: 'soft' }, words().ageHow),
      el('button', { class: 'choice', onclick: () => answer(place, 'old') }, words().old),
      el('button', { class: 'choice', onclick: () => answer(place, 'young') }, words().young(money(age(place))))) : null,
    bags ? el('section', {}, el('h2', {}, words().bagsQuestion), el('p', { class: 'soft' }, words().bagsHow),
      el('button', { class: 'choice', onclick: () => answer(place, 'bags') }, words().bags)) : null,
    el('p', { class: 'said', role: 'status' }, said),
    lines.length ? el('h2', {}, words().basket(place.basket.items)) : null,
    lines.length ? el('ul', {}, ...lines.map(lineRow)) : null,
    lines.length ? el('p', { class: 'total' }, el('span', {}, words().total), el('b', {}, `¥${money(place.basket.minor)}`)) : null,
    place.call ? el('footer', {},
      isAnswered(place) ? el('span', { class: 'ok' }, coming(place))
        : el('button', { class: 'primary', onclick: () => answer(place, 'coming') }, words().coming),
      isAnswered(place) ? null : el('span', { class: 'soft' }, words().screenSays)) : null);
};

const list = beside => {
  const waiting = sorted();
  const open = waiting.filter(place => !isAnswered(place));
  const cards = waiting.map(place => card(place, place === open[0], beside));
  return el('main', {},
    el('h1', {}, open.length ? words().count(open.length) : words().none),
    waiting.length ? null : el('p', { class: 'soft' }, words().noneText),
    ...cards,
    beside ? null : el('p', { class: 'said', role: 'status' }, said),
    el('section', { class: 'phone' }, el('button', { class: 'danger', onclick: unpair }, words().unpair), el('p', { class: 'soft' }, words().unpairText)));
};

const stranger = () =>
  el('main', {}, el('h1', {}, words().unpaired),
    location.search.includes('code=old') ? el('p', { class: 'alone', role: 'alert' }, words().oldCode) : null,
    el('p', {}, words().unpairedText));

function drawAnew() {
  page.className = wide.matches && board?.waiting.length ? 'wide' : '';
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  if (!paired) return page.replaceChildren(top(), stranger());
  if (!board) return page.replaceChildren(top());
  if (shown && !board.waiting.some(each => each.terminal === shown)) { shown = null; said = words().gone; }
  const place = chosen();
  const parts = wide.matches ? [list(place), place && detail(place)] : [place ? detail(place) : list()];
  page.replaceChildren(...[top(), offline(), ...parts].filter(part => part));
}

/** While nothing but the time changes, only that is written: a finger or a reader stays where it is. */
let drawn = '';
function draw() {
  const key = JSON.stringify([language, paired, lost, shown, said, wide.matches, [...answered], board?.attendant, board?.waiting]);
  if (key !== drawn) {
    drawn = key;
    drawAnew();
    return;
  }
  for (const time of document.querySelectorAll('[data-waits]')) {
    const place = board?.waiting.find(each => each.terminal === time.dataset.waits);
    if (place) time.textContent = waited(place);
  }
}

async function ask() {
  const response = await fetch('/staff/board', { cache: 'no-store' }).catch(() => null);
  lost = !response || response.status >= 500;
  page.toggleAttribute('data-lost', lost);
  paired = response?.status !== 401;
  if (!paired) board = null;
  if (response?.ok) board = await response.json();
  if (!document.querySelector('button:active')) draw();
}

wide.addEventListener('change', draw);
setInterval(ask, 1000);
ask();
