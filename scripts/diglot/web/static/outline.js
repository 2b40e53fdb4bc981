/* The outline: each section with how far it is, and a cell for every segment. */
import { S, $, t, blocks, now, level, state, segs } from './state.js';
import { esc } from './text.js';
import { icon } from './icons.js';

export function drawOutline() {
  const o = $('#outline');
  o.setAttribute('aria-label', t('outline'));
  o.innerHTML =
    `<h2>${t('outline')}</h2>` +
    sections()
      .map(({ id, list }) => {
        const head = list[0],
          own = head.kind === 'heading' || head.kind === 'title',
          s = segs[head.ids[0]];
        const name = id === 'document' ? t('titleSec') : own ? '' : t('intro');
        return `<div class="osec" data-section="${esc(id)}"><button data-go="${s.i}">${name ? `<span class="ot">${name}</span>` : `<span class="ot" lang="${S.target.lang}" dir="${S.target.dir}">${esc(s.d.target)}</span><span class="os" lang="${S.source.lang}" dir="${S.source.dir}">${esc(s.d.source)}</span>`}</button><p class="ocount"></p><div class="map" aria-hidden="true">${list.map(b => `<span>${b.ids.map(i => `<i data-go="${i}" data-cell="${i}" title="${i + 1}"></i>`).join('')}</span>`).join('')}</div></div>`;
      })
      .join('') +
    `<ul class="legend" aria-label="${t('legend')}">${['untranslated', 'draft', 'edited', 'stale', 'needs', 'reviewed', 'wrong', 'conflict'].map(k => `<li>${icon(k)}${t(k)}</li>`).join('')}</ul>`;
  cells = new Map([...o.querySelectorAll('[data-cell]')].map(x => [+x.dataset.cell, x]));
  segs.forEach(mapCell);
}
let cells = new Map();
function sections() {
  const found = new Map();
  for (const b of blocks) {
    if (!found.has(b.section)) found.set(b.section, []);
    found.get(b.section).push(b);
  }
  return [...found].map(([id, list]) => ({ id, list }));
}
export function mapCell(s) {
  const x = cells.get(s.i),
    l = level(s);
  if (x) x.className = `${state(s)}${l.e || s.conf ? ' e' : l.w ? ' w' : ''}${s.i === S.cur ? ' cur' : ''}`;
}
export function sectionCounts() {
  const by = new Map();
  for (const s of segs) {
    const c = by.get(s.b.section) || { n: 0, r: 0, e: 0, w: 0 },
      l = level(s);
    c.n++;
    if (state(s) === 'reviewed') c.r++;
    if (l.e) c.e++;
    else if (l.w) c.w++;
    by.set(s.b.section, c);
  }
  for (const x of document.querySelectorAll('.osec')) {
    const c = by.get(x.dataset.section);
    const html = `<span>${c.r} ${t('of')} ${c.n}</span>${c.e ? `<span class="i-err">${icon('err')} <span class="vh">${t('err')}</span>${c.e}</span>` : ''}${c.w ? `<span class="i-warn">${icon('warn')} <span class="vh">${t('warn')}</span>${c.w}</span>` : ''}`;
    const p = x.querySelector('.ocount');
    if (p.innerHTML !== html) p.innerHTML = html;
    const here = now()?.b.section === x.dataset.section,
      b = x.querySelector('button');
    if (here) b.setAttribute('aria-current', 'true');
    else b.removeAttribute('aria-current');
  }
}
export function markHere(before) {
  if (segs[before]) mapCell(segs[before]);
  mapCell(now());
}
