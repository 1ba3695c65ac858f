// Pages the one list of a screen, the basket's lines or the sections of a notice, for people who do not swipe.

/** A row higher than the list is read on by this share of the list. */
const LONG_ROW_PAGE = 0.8;

let hidden = 0;
let above = false;
let newest = '';
let opened = '';

/** Rows below the fold; below 0 at the end of a list that has more above. */
export function hiddenRows() {
  return hidden;
}

/** Whether there is anything above what is in sight. */
export function rowsAbove() {
  return above;
}

/**
 * Keeps the newest line in sight and counts what is not; true if the count has changed.
 *
 * @param {HTMLElement} mount
 */
export function afterRender(mount) {
  const list = /** @type {HTMLElement | null} */ (mount.querySelector('.list'));
  if (!list) {
    newest = opened = '';
    return count(null);
  }
  const rows = rowsOf(list),
    first = rows[0]?.dataset.line ?? '';
  const open = rows.find(r => r.matches('.open')),
    now = open?.dataset.line ?? '';
  const moved = now !== opened;
  if ((first !== newest || (moved && open === rows[0])) && list.scrollTop !== 0) list.scrollTop = 0;
  else if (open && moved && open !== rows[0]) lift(list, open);
  newest = first;
  opened = now;
  return count(list);
}

/**
 * Brings a touched line between the head of the list and the fade and pill at its foot.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 */
function lift(list, row) {
  const foot =
    list.parentElement?.querySelector('.fade')?.getBoundingClientRect().top ?? list.getBoundingClientRect().bottom;
  const under = row.getBoundingClientRect().bottom - foot,
    above = list.getBoundingClientRect().top - row.getBoundingClientRect().top;
  if (under > 0) list.scrollTop += under;
  else if (above > 0) list.scrollTop -= above;
}

/** @param {HTMLElement | null} list */
function count(list) {
  const before = hidden,
    wasAbove = above;
  hidden = list ? below(list) : 0;
  above = Boolean(list && list.scrollTop > 1);
  return hidden !== before || above !== wasAbove;
}

/** @param {HTMLElement} list */
function below(list) {
  if (list.scrollHeight <= list.clientHeight + 1) return 0;
  const end = list.getBoundingClientRect().bottom,
    rows = rowsOf(list);
  const out = rows.filter(r => r.getBoundingClientRect().bottom > end + 2).length;
  return out === 0 ? -1 : out;
}

/** @param {HTMLElement} list */
function rowsOf(list) {
  return /** @type {HTMLElement[]} */ ([...list.children]);
}

/** One page on, or back to the top from the end. */
export function turnPage() {
  const list = /** @type {HTMLElement} */ (document.querySelector('.list'));
  if (hidden < 0) list.scrollTop = 0;
  else {
    const end = list.getBoundingClientRect().bottom;
    const next = rowsOf(list).find(r => r.getBoundingClientRect().bottom > end + 2);
    const on = (next?.getBoundingClientRect().top ?? end) - list.getBoundingClientRect().top;
    list.scrollTop += on > 1 ? on : LONG_ROW_PAGE * list.clientHeight;
  }
}

/** One page back. */
export function turnBack() {
  const list = /** @type {HTMLElement} */ (document.querySelector('.list'));
  list.scrollTop -= list.clientHeight + (parseFloat(getComputedStyle(list).rowGap) || 0);
}

/** @param {Event} event of the list */
export function scrolled(event) {
  if (count(/** @type {HTMLElement} */ (event.currentTarget))) dispatchEvent(new Event('kiosk:again'));
}
