// Keeps the page on the glass as it is: whatever fingers, wheels and keys do, it is not zoomed, dragged, selected or
// left.

const off = (/** @type {Event} */ event) => event.preventDefault();

/** Nothing but touching a control and moving a list does anything; what style sheets can turn off is off there. */
export function keepStill() {
  for (const gesture of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart', 'gesturechange'])
    addEventListener(gesture, off);
  addEventListener(
    'wheel',
    event => {
      if (event.ctrlKey) off(event);
    },
    { passive: false },
  );
  for (const side of /** @type {const} */ (['mousedown', 'mouseup', 'auxclick'])) {
    addEventListener(side, event => {
      if (event.button > 2) off(event);
    });
  }
  addEventListener('keydown', event => {
    if (commands(event)) off(event);
  });
  stay();
  visualViewport?.addEventListener('resize', () => {
    if (zoomed()) resetViewport();
  });
}

/** Keys that tell the browser something: zoom, back, reload, print, find. */
const commands = (/** @type {KeyboardEvent} */ event) =>
  event.ctrlKey || event.metaKey || event.altKey || /^(F\d+|Browser\w+)$/.test(event.key);

/** Going back leads to this page again, for the one before it is not the terminal's. */
function stay() {
  history.scrollRestoration = 'manual';
  if (history.state !== 'here') {
    history.replaceState('before', '');
    history.pushState('here', '');
  }
  addEventListener('popstate', () => {
    if (history.state !== 'here') history.pushState('here', '');
  });
}

const zoomed = () => visualViewport !== null && Math.abs(visualViewport.scale - 1) > 0.001;

/**
 * As on the first day. No script can undo a zoom that got through all the same; a page that is gone to anew has none,
 * while one that is reloaded keeps it.
 */
export function resetViewport() {
  scrollTo(0, 0);
  if (zoomed()) location.replace(location.href);
}
