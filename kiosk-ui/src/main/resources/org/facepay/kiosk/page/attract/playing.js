// Nobody is there: something of the shop's own fills the screen, and gives way to the first hand on the glass.
import { html } from '/lit/lit-html.js';
import { keyed } from '/lit/directives/keyed.js';
import { frame } from '../shared/parts.js';

/** @import { Playing } from '../messages.js' */
/** @import { View } from '../shared/page.js' */

/** @param {Playing} screen */
const shown = ({ item, kind, address }) =>
  kind === 'VIDEO'
    ? html`<video src=${address} data-media=${item} autoplay loop playsinline .muted=${true}></video>`
    : html`<img src=${address} data-media=${item} alt="" decoding="async" />`;

/** @type {View<Playing>} */
export const playing = (page, screen, over) =>
  frame(page, {
    kind: 'whole playing',
    main: html`<h1 class="unseen">${page.words.touchToStart}</h1>
      <div class="film">${keyed(screen.address, shown(screen))}</div>
      <div class="invite" aria-hidden="true">${page.words.touchToStart}</div>`,
    over,
  });
