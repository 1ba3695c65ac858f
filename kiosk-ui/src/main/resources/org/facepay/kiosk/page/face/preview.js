// Camera pictures onto the screen's canvas, if it has one. Nothing of a picture is kept once its canvas has left the
// screen or the camera is opened anew.

/** @type {HTMLCanvasElement | null} */
let painted = null;

/**
 * @param {HTMLElement} mount
 * @param {Blob} picture
 */
export async function paintPreview(mount, picture) {
  const canvas = seen(mount);
  if (!canvas) return;
  const bitmap = await createImageBitmap(picture);
  if (canvas === seen(mount)) {
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
 * @param {HTMLElement} mount
 */
export function wipeUnseen(mount) {
  if (!painted || painted === seen(mount)) return;
  painted.width = painted.height = 0;
  painted = null;
}

/**
 * The canvas that takes pictures now; none while the camera is being opened.
 *
 * @param {HTMLElement} mount
 */
function seen(mount) {
  return /** @type {HTMLCanvasElement | null} */ (mount.querySelector('canvas[data-preview]'));
}
