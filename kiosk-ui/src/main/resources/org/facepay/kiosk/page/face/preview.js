// Camera pictures onto the screen's canvas, if it has one. Nothing of a picture is kept once its canvas has left the
// screen or the camera is opened anew.

/** @type {HTMLCanvasElement | null} */
let painted = null;

/**
 * @param {HTMLElement} page
 * @param {Blob} picture
 */
export async function paintPreview(page, picture) {
  const canvas = seen(page);
  if (!canvas) return;
  const bitmap = await createImageBitmap(picture);
  if (canvas === seen(page)) {
    if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
    }
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    painted = canvas;
  }
  bitmap.close();
}

/**
 * After every render: wipes the picture of a canvas that nobody sees any more.
 *
 * @param {HTMLElement} page
 */
export function wipeUnseen(page) {
  if (!painted || painted === seen(page)) return;
  painted.width = painted.height = 0;
  painted = null;
}

/**
 * The canvas that takes pictures now; none while the camera is being opened.
 *
 * @param {HTMLElement} page
 */
function seen(page) {
  return /** @type {HTMLCanvasElement | null} */ (page.querySelector('canvas[data-preview]'));
}
