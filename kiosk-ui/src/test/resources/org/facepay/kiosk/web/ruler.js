// Runs in the page and returns what is wrong with the screen that is on it, in words.
({ millimetres }) => {
  const faults = [];
  const style = getComputedStyle(document.documentElement);
  const px = parseFloat(style.getPropertyValue('--mm')) * millimetres;
  const name = e =>
    `<${e.tagName.toLowerCase()} ${e.className?.baseVal ?? e.className}> "${(e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 40)}"`;
  const shown = e => e.checkVisibility() && e.getClientRects().length > 0 && !e.closest('[inert]');

  // Buttons: big enough, and what a finger meets at centre and corners.
  for (const button of [...document.querySelectorAll('button')].filter(shown)) {
    const box = button.getBoundingClientRect();
    const list = button.closest('.list');
    if (list) {
      const clip = list.getBoundingClientRect(),
        fade = document.querySelector('.fade')?.getBoundingClientRect();
      if (box.bottom > (fade?.top ?? clip.bottom + 1) || box.top < clip.top - 1) continue;
    }
    if (box.width < px - 0.5 || box.height < px - 0.5)
      faults.push(`too small ${Math.round(box.width)}x${Math.round(box.height)} ${name(button)}`);
    const inset = Math.min(parseFloat(getComputedStyle(button).borderTopLeftRadius) || 0, box.height / 2) * 0.3 + 3;
    const points = [
      [0.5, 0.5],
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([x, y]) => [box.left + inset + x * (box.width - 2 * inset), box.top + inset + y * (box.height - 2 * inset)]);
    for (const [x, y] of points) {
      const hit = document.elementFromPoint(x, y);
      if (!hit || hit.closest('button') !== button)
        faults.push(`not hit at ${Math.round(x)},${Math.round(y)} ${name(button)}, but ${hit ? name(hit) : 'nothing'}`);
    }
  }

  // Nothing leaves the window, its frame or its box; only the list scrolls.
  const allowed = e => e.matches('.list, .name, .sum, .line, .receipt td') || e.closest('svg');
  for (const e of document.querySelectorAll('#page *')) {
    if (allowed(e) || !e.checkVisibility()) continue;
    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && getComputedStyle(e).display !== 'inline')
      faults.push(`wider than its box by ${e.scrollWidth - e.clientWidth} ${name(e)}`);
    if (
      e.scrollHeight > e.clientHeight + 3 &&
      e.clientHeight > 0 &&
      getComputedStyle(e).display !== 'inline' &&
      !leans(e)
    )
      faults.push(`higher than its box by ${e.scrollHeight - e.clientHeight} ${name(e)}`);
  }
  for (const part of document.querySelectorAll('.head, .main, .rail, .bar, .dialog')) {
    const box = part.getBoundingClientRect();
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
      faults.push(`out of the window ${name(part)}`);
    for (const child of part.querySelectorAll(
      'h1, h2, p, b, button, .total, .qr, .notice, .card, .tag, .saved, dl, .emblem, .ring',
    )) {
      if (!child.checkVisibility() || child.closest('.list')) continue;
      const b = child.getBoundingClientRect();
      if (b.right > box.right + 1 || b.left < box.left - 1 || b.bottom > box.bottom + 1 || b.top < box.top - 1)
        faults.push(`${name(child)} leaves ${part.className}`);
    }
  }

  /** Lone figures are set tighter than their letters are high; nothing of them is cut off. */
  function leans(e) {
    return (
      getComputedStyle(e).overflow === 'visible' &&
      e.scrollHeight - e.clientHeight < 0.35 * parseFloat(getComputedStyle(e).fontSize)
    );
  }

  // Words: not cut, and no Chinese heading broken within a phrase of one character.
  for (const e of document.querySelectorAll('#page .name')) {
    if (shown(e) && !e.closest('.list') && e.scrollHeight > e.clientHeight + 8) faults.push(`cut ${name(e)}`);
  }

  // Text: each run of it whole in the window and in everything around it that cuts, and none over another.
  const written = [];
  const walker = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility() || e.closest('.list, svg, .receipt')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      // What letters fill of the height that their font asks for.
      const box = { left, right, top: top + 0.2 * height, bottom: bottom - 0.2 * height, height: 0.6 * height };
      if (width > 0 && height > 0) written.push({ e, box, text: node.data.trim().slice(0, 40) });
    }
  }
  for (const { e, box, text } of written) {
    if (box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1)
      faults.push(`"${text}" leaves the window`);
    for (let p = e; p && p.id !== 'page'; p = p.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(p);
      const clip = p.getBoundingClientRect();
      if (overflowX !== 'visible' && (box.right > clip.right + 1 || box.left < clip.left - 1))
        faults.push(`"${text}" is cut off at the side by ${name(p)}`);
      if (overflowY !== 'visible' && (box.bottom > clip.bottom + 1 || box.top < clip.top - 1))
        faults.push(`"${text}" is cut off by ${name(p)}`);
    }
  }
  const layer = e => (e.closest('.scrim') ? 1 : 0);
  written.forEach((a, n) => {
    for (const b of written.slice(n + 1)) {
      if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e) || layer(a.e) !== layer(b.e)) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const least = Math.min(a.box.height, b.box.height);
      if (wide > 2 && high > 0.2 * least) faults.push(`"${a.text}" lies over "${b.text}"`);
    }
  });

  // Edges of controls: 3:1 against what is around them.
  const colour = text => (text.match(/[\d.]+/g) ?? []).map(Number);
  const light = c =>
    c
      .slice(0, 3)
      .map(v => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const behind = e => {
    for (let p = e.parentElement; p; p = p.parentElement) {
      const c = colour(getComputedStyle(p).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  for (const e of [...document.querySelectorAll('.btn:not(.quiet), .tilebtn, .stepper')].filter(shown)) {
    const edge = colour(getComputedStyle(e).borderTopColor),
      r = ratio(edge, behind(e));
    if (r < 3) faults.push(`edge ${r.toFixed(1)}:1 ${name(e)}`);
  }

  // Pay is in sight without scrolling.
  for (const e of document.querySelectorAll('.basket .primary')) {
    const box = e.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) faults.push('Pay is out of sight');
  }
  return faults;
};
