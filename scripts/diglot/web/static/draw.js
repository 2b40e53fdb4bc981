/* The rows, one by one: nothing is drawn again that did not change. */
import { S, $, t, blocks, isHit, segs } from './state.js';
import { esc } from './text.js';
import { rowHtml, rowClass } from './rows.js';
import { drawHints, drawFrame, drawChips, drawCounts } from './frame.js';
import { mapCell, drawOutline } from './outline.js';
import { drawPreview } from './preview.js';

const TAGS = {
  title: 'h1',
  heading: 'h2',
  paragraph: 'p',
  item: 'li',
  cell: 'cell',
  quotation: 'bq',
  question: 'p',
  answer: 'p',
  note: 'p',
};
export const row = i => document.getElementById(`r${i}`);

export function drawDocument() {
  const head = `<h2 class="vh">${t('src')} / ${t('tgt')}</h2><div class="sheet"><div class="colhead grid-row" aria-hidden="true"><div class="g"></div><div class="s" dir="${S.source.dir}">${t('src')}${t('comma')}${languageName(S.source.lang)}</div><div class="t" dir="${S.target.dir}">${t('tgt')}${t('comma')}${languageName(S.target.lang)}</div></div><p class="nomatch" id="nomatch" hidden>${t('nomatch')}</p>`;
  const body = blocks
    .map(
      (b, k) =>
        `<div class="block ${blockClass(b, k)}" role="rowgroup" aria-label="${blockName(b)}">${b.ids.map(i => `<div class="${rowClass(segs[i])}" role="row" id="r${i}" data-i="${i}" aria-selected="${i === S.cur}" tabindex="${i === S.cur ? 0 : -1}">${rowHtml(segs[i])}</div>`).join('')}</div>`,
    )
    .join('');
  $('#doc').innerHTML =
    `${head}<div role="grid" aria-label="${t('src')} / ${t('tgt')}" aria-rowcount="${segs.length}" aria-colcount="3">${body}</div></div>`;
}
const languageName = code => {
  try {
    return esc(new Intl.DisplayNames([S.ui], { type: 'language' }).of(code));
  } catch {
    return esc(code);
  }
};
function blockClass(b, k) {
  const tag = b.kind === 'heading' && b.level > 2 ? 'h3' : TAGS[b.kind] || 'p',
    before = blocks[k - 1];
  const first =
    b.kind === 'cell' && (!before || before.kind !== 'cell' || before.row !== b.row) ? ' first' : '';
  return `${tag}${b.kind === 'item' ? ` d${Math.min(b.depth, 3)}` : ''}${first}${b.kind === 'cell' && b.row === 0 ? ' head' : ''}`;
}
const blockName = b =>
  b.kind === 'cell'
    ? t('cell')(b.row + 1, b.column + 1)
    : b.kind === 'heading'
      ? t('head')(b.n)
      : b.kind === 'item'
        ? t('item')(b.n)
        : b.kind === 'paragraph'
          ? t('para')(b.n)
          : t('other')[b.kind] || '';

export function redraw(i) {
  const x = row(i),
    s = segs[i];
  if (!x) return;
  const typing = i !== S.cur ? null : S.mode === 'edit' ? $('#ed') : S.asking ? $('#ci') : null;
  x.className = rowClass(s);
  x.setAttribute('aria-selected', i === S.cur);
  x.tabIndex = i === S.cur ? 0 : -1;
  // What somebody is typing in is never taken away from under their hands.
  if (typing && x.contains(typing)) return mapCell(s);
  const had = x.contains(document.activeElement);
  x.innerHTML = rowHtml(s);
  if (had) x.focus({ preventScroll: true });
  mapCell(s);
}
export function redrawAll() {
  for (const s of segs) redraw(s.i);
  drawCounts();
}
export function refold() {
  for (const s of segs) {
    const x = row(s.i);
    if (x) x.className = rowClass(s);
  }
  $('#nomatch').hidden = segs.some(isHit);
}

export function focusRow() {
  if (S.mode === 'edit') {
    const e = $('#ed');
    if (e) {
      grow(e);
      e.focus({ preventScroll: true });
    }
  } else if (S.asking) {
    const c = $('#ci');
    if (c) {
      grow(c);
      c.focus({ preventScroll: true });
    }
  } else row(S.cur)?.focus({ preventScroll: true });
  keepInView();
  // Blocks above take their true height once they come near the view: the row moves with them.
  requestAnimationFrame(() => {
    keepInView();
    requestAnimationFrame(keepInView);
  });
}
function keepInView() {
  const d = $('#doc'),
    r = row(S.cur);
  if (!r) return;
  const R = r.getBoundingClientRect();
  if (getComputedStyle(d).overflowY === 'visible') {
    if (R.top < 20 || R.top > innerHeight * 0.5) scrollBy(0, R.top - 120);
    return;
  }
  const D = d.getBoundingClientRect(),
    top = R.top - D.top,
    want = Math.min(D.height * 0.24, Math.max(60, D.height - R.height - 90));
  if (top < D.height * 0.12 || R.bottom > D.bottom - 60) d.scrollTop += top - want;
}
export const grow = e => {
  e.style.height = 'auto';
  e.style.height = `${e.scrollHeight}px`;
};

let fading;
export function say(text, bad) {
  const x = $('#toast');
  x.textContent = text;
  x.classList.toggle('bad', Boolean(bad));
  x.classList.add('on');
  if (bad) $('#alert').textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => x.classList.remove('on'), bad ? 6000 : 2200);
}

export function drawEverything() {
  drawFrame();
  drawChips();
  drawDocument();
  drawOutline();
  drawPreview();
  drawCounts();
  drawHints();
  $('#nomatch').hidden = segs.some(isHit);
  focusRow();
}
