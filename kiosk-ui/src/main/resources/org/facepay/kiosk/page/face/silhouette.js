// Where a face will be, until the camera's first picture covers it.
import { html } from '/lit/lit-html.js';

const BODY = 'M20 200c2-32 26-45 62-50l2-18h32l2 18c36 5 60 18 62 50z';
const HEAD = 'M100 36c25 0 40 19 40 46 0 31-17 60-40 60s-40-29-40-60c0-27 15-46 40-46z';
const PLACE = 'M100 24c32 0 51 25 51 59 0 38-21 71-51 71s-51-33-51-71c0-34 19-59 51-59z';

export const silhouette = html`<svg class="silhouette" viewBox="0 0 200 200" aria-hidden="true">
  <rect class="wall" width="200" height="200"></rect>
  <path class="body" d=${BODY}></path>
  <path class="head-of" d=${HEAD}></path>
  <path class="place" d=${PLACE}></path>
</svg>`;
