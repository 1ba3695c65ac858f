// Camera pictures onto the screen's canvas, if it has one; nothing of a picture is kept.

/**
 * @param {HTMLElement} page
 * @param {Blob} picture
 */
export async function paintPreview(page, picture) {
  const canvas = /** @type {HTMLCanvasElement | null} */ (page.querySelector('canvas[data-preview]'));
  if (!canvas) return;
  const bitmap = await createImageBitmap(picture);
  if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
  }
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
