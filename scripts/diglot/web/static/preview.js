/* The translation as it will be read, beside the rows. */
import { S, $, t, segs, blocks, state } from './state.js';
import { esc } from './text.js';

export function drawPreview() {
  const p = $('#preview');
  p.hidden = !S.preview;
  $('.cols').classList.toggle('pv', S.preview);
  if (!S.preview) return;
  p.setAttribute('aria-label', t('previewOf'));
  p.tabIndex = 0;
  p.innerHTML = `<h2>${t('previewOf')}</h2><article lang="${S.target.lang}" dir="${S.target.dir}">${blocks
    .map(b => {
      const tag = b.kind === 'title' || b.kind === 'heading' ? 'h2' : 'p';
      return `<${tag}${b.kind === 'item' ? ` class="pli" data-m="${esc(b.targetMarker)}"` : ''}>${b.ids.map(i => `<span data-go="${i}" data-pv="${i}"></span>`).join(' ')}</${tag}>`;
    })
    .join('')}</article>`;
  segs.forEach(previewCell);
  showInPreview();
}
export function previewCell(s) {
  const x = document.querySelector(`[data-pv="${s.i}"]`);
  if (!x) return;
  x.textContent = s.d.target || (s.d.empty.length ? '' : s.d.source);
  x.className = `${s.i === S.cur ? 'pc ' : ''}${state(s) === 'reviewed' ? '' : 'pd'}${s.d.target ? '' : ' pm'}`;
  if (s.d.target) {
    x.removeAttribute('lang');
    x.removeAttribute('dir');
  } else {
    x.lang = S.source.lang;
    x.dir = S.source.dir;
  }
}
export function showInPreview() {
  const p = $('#preview'),
    c = p.querySelector('.pc');
  if (!c) return;
  const q = c.getBoundingClientRect(),
    r = p.getBoundingClientRect();
  if (q.top < r.top + 40 || q.bottom > r.bottom - 40) p.scrollTop += q.top - r.top - r.height * 0.35;
}
