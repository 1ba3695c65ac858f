// The demo's bench page: every button is one POST; what the shop looks like is asked for once a second.
const token = new URLSearchParams(location.search).get('token') ?? '';
const said = document.getElementById('said');
const state = { on: {} };

async function act(what, arg = '') {
  const answer = await fetch('/do', { method: 'POST', headers: { 'X-Bench-Token': token }, body: new URLSearchParams({ what, arg }) });
  said.textContent = await answer.text();
  await refresh();
}

function button(label, what, arg, kind = '') {
  const b = document.createElement('button');
  b.className = kind;
  b.append(label);
  b.addEventListener('click', () => act(what, arg));
  return b;
}

for (const b of document.querySelectorAll('button[data-do]')) b.addEventListener('click', () => act(b.dataset.do, b.dataset.arg));

const faults = [
  ['network', 'Cut the network'],
  ['paper', 'Take the paper out'], ['cover', 'Open the printer cover'], ['cutter', 'Jam the cutter'],
];
const faultButtons = faults.map(([name, label]) => {
  const b = document.createElement('button');
  b.textContent = label;
  b.addEventListener('click', () => act('fault', `${name}=${!state.on[name]}`));
  document.getElementById('faults').append(b);
  return [name, b];
});
document.getElementById('faults').append(button('Scan garbage', 'garbage', ''), button('Scan an unknown code', 'scan', '4006381333931'));

const deviceFaults = [
  ['MUTE', 'Mute'], ['GARBAGE', 'Garbage'], ['SPLIT_FRAMES', 'Split frames'], ['BAD_CHECKSUM', 'Bad checksum'],
  ['STALLED_READER', 'Stalled'], ['HANG_UP', 'Unplugged'], ['REPLUG', 'Replug elsewhere'], ['HEAL', 'Heal'],
];
const deviceButtons = [];
/** One row a device, made once; afterwards only the pressed buttons change. */
function deviceRows(names) {
  document.getElementById('devices').replaceChildren(...names.map(name => {
    const row = document.createElement('div');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', name);
    row.append(Object.assign(document.createElement('b'), { textContent: name }));
    for (const [fault, label] of deviceFaults) {
      const b = button(label, 'device', `${name}=${fault}`, fault === 'HEAL' ? 'heal' : '');
      if (fault !== 'HEAL' && fault !== 'REPLUG') deviceButtons.push([name, fault, b]);
      row.append(b);
    }
    return row;
  }));
}

const laneButtons = new Map();
/** One button a lane, made once; afterwards only the count changes. */
function laneRow(lanes) {
  for (const { place, name, units } of lanes) {
    if (!laneButtons.has(place)) {
      const b = button(name, 'container', place);
      b.append(document.createElement('small'));
      laneButtons.set(place, b);
      document.getElementById('lanes').append(b);
    }
    laneButtons.get(place).lastChild.textContent = `shelf ${place[0]} · ${units} left`;
  }
}

let paperShown = '';
async function refresh() {
  const answer = await fetch('/state', { headers: { 'X-Bench-Token': token } });
  if (!answer.ok) return;
  const now = await answer.json();
  state.on = now.faults;
  for (const [name, b] of faultButtons) b.setAttribute('aria-pressed', String(Boolean(now.faults[name])));
  if (!deviceButtons.length) deviceRows(Object.keys(now.devices));
  for (const [name, fault, b] of deviceButtons) b.setAttribute('aria-pressed', String(now.devices[name].includes(fault)));
  laneRow(now.lanes ?? []);
  const books = document.getElementById('books');
  books.replaceChildren(...Object.entries(now.books).flatMap(([k, v]) => [Object.assign(document.createElement('dt'), { textContent: k }), Object.assign(document.createElement('dd'), { textContent: v })]));
  if (now.paper && now.paper !== paperShown) {
    paperShown = now.paper;
    const picture = await fetch(`/paper/${now.paper}`, { headers: { 'X-Bench-Token': token } });
    const img = Object.assign(document.createElement('img'), { alt: 'the last receipt', src: URL.createObjectURL(await picture.blob()) });
    document.getElementById('paper').replaceChildren(img);
  }
}

const goods = await (await fetch('/goods', { headers: { 'X-Bench-Token': token } })).json();
const list = document.getElementById('goods'), find = document.getElementById('find');
function show() {
  const q = find.value.trim().toLowerCase();
  list.replaceChildren(...goods.filter(g => !q || (g.zh + g.en + g.code).toLowerCase().includes(q)).slice(0, 60).map(g => {
    const b = button(g.zh, 'scan', g.scan);
    b.append(Object.assign(document.createElement('small'), { textContent: `${g.en} · ¥${g.price}` }));
    return b;
  }));
}
find.addEventListener('input', show);
find.addEventListener('keydown', e => { if (e.key === 'Enter' && find.value.trim()) act('scan', find.value.trim()); });
show();
await refresh();
setInterval(refresh, 1000);
