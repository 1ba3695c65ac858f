// Panel size, language, larger text and contrast as attributes of the root, where the style sheets read them.

/** @import { Display } from '../messages.js' */
/** @import { Size } from '../shared/page.js' */

/** The panels the layouts are drawn for, in pixels and pixels per millimetre. */
const PANELS = {
  p21: { width: 1080, height: 1920, mm: 4.03 },
  l10: { width: 1280, height: 800, mm: 5.88 },
  l7: { width: 800, height: 480, mm: 5.25 },
};

/**
 * The layout to use: the provisioned one, else the nearest to the window.
 *
 * @returns {Size}
 */
export function nearestPanel() {
  const panel = document.documentElement.dataset.panel;
  if (panel) return /** @type {Size} */ (panel);
  return innerHeight > innerWidth ? 'p21' : innerWidth < 1000 ? 'l7' : 'l10';
}

/**
 * @param {Display | undefined} display
 * @param {Size} size
 */
export function applyLook(display, size) {
  const root = document.documentElement;
  set(root.dataset, 'size', size);
  set(root.dataset, 'text', display?.largerText ? 'large' : 'normal');
  set(root.dataset, 'contrast', display?.highContrast ? 'high' : 'normal');
  set(root, 'lang', display?.language === 'EN' ? 'en' : 'zh-CN');
  const { width, height, mm } = PANELS[size];
  const scale = Math.min(innerWidth / width, innerHeight / height);
  const scaled = scale === 1 ? '' : `${mm * scale}px`;
  if (root.style.getPropertyValue('--mm') !== scaled) root.style.setProperty('--mm', scaled);
}

/**
 * Writing an attribute costs a style pass even if the value is the same.
 *
 * @template {string} Name
 * @param {{ [name in Name]?: string }} target
 * @param {Name} name
 * @param {string} value
 */
function set(target, name, value) {
  if (target[name] !== value) target[name] = value;
}
