/* The page around the rows: filters and counts at the top, tools, the keys that are valid now. */
import { S, $, t, counts, FILTERS, isHit, segs } from './state.js';
import { icon, has, key } from './icons.js';
import { isDark } from './colours.js';
import { sectionCounts } from './outline.js';

const root = document.documentElement;
/* ---- top ---- */
export function drawChips() {
  $('#chips').setAttribute('aria-label', t('chips'));
  $('#chips').innerHTML = FILTERS.map(
    (f, k) =>
      `${k === 7 ? '<span class="sep" role="presentation"></span>' : ''}<button class="chip" data-f="${f}" aria-pressed="${S.filter === f}" tabindex="${S.filter === f ? 0 : -1}"><kbd aria-hidden="true">${k < 10 ? k : 'C'}</kbd>${has(f) ? icon(f) : ''}${t(f)} <b></b></button>`,
  ).join('');
}
export function drawCounts() {
  const c = counts(),
    n = segs.length;
  for (const chip of document.querySelectorAll('.chip')) {
    const f = chip.dataset.f;
    chip.querySelector('b').textContent = (f === 'err' || f === 'warn') && !S.checked ? '…' : c[f];
    chip.dataset.n = c[f];
    chip.setAttribute('aria-pressed', S.filter === f);
    chip.tabIndex = S.filter === f ? 0 : -1;
  }
  $('#progwords').textContent = t('prog')(c.reviewed, n, c.err, n - c.reviewed);
  $('#bar .b-ok').style.width = `${(c.reviewed / n) * 100}%`;
  $('#bar .b-ed').style.width = `${(c.edited / n) * 100}%`;
  $('#order').innerHTML = `${S.order === 'doc' ? t('orderDoc') : t('orderNeed')} ${key('O')}`;
  $('#order').setAttribute('aria-pressed', S.order === 'need');
  $('#qn').textContent = S.q ? t('hits')(segs.filter(isHit).length) : '';
  sectionCounts();
}

/* ---- frame ---- */
export function drawFrame() {
  root.lang = S.ui;
  root.dir = S.ui === 'ar' ? 'rtl' : 'ltr';
  root.toggleAttribute('data-nokeys', !S.single);
  for (const e of document.querySelectorAll('[data-t]')) e.textContent = t(e.dataset.t);
  $('#q').placeholder = `${t('search')}  /`;
  $('main').setAttribute('aria-label', `${t('src')} / ${t('tgt')}`);
  $('#b-outline').innerHTML = icon('menu');
  $('#b-outline').setAttribute('aria-label', t('outline'));
  $('#tools').setAttribute('aria-label', t('tools'));
  $('#tools').innerHTML =
    `<button data-act="preview" aria-pressed="${S.preview}">${t('preview')} ${key('P')}</button><button data-act="theme">${isDark() ? t('light') : t('dark')}</button><button data-act="ui" lang="${S.ui === 'en' ? 'ar' : 'en'}">${t('otherLang')}</button><button data-act="help">${t('help')} ${key('?')}</button><button class="primary" data-act="finish">${t('finish')} ${key('D')}</button>`;
  $('#touch').innerHTML = [
    ['prev', 'up'],
    ['next', 'down'],
    ['attn', 'err'],
    ['edit', 'edited'],
    ['confirm', 'reviewed'],
  ]
    .map(([a, i]) => `<button data-act="t-${a}">${icon(i, '')}${t(a)}</button>`)
    .join('');
}
export function drawHints() {
  const e = S.mode === 'edit',
    pick = S.mode === 'pick',
    searching = document.activeElement?.id === 'q',
    k = t('k');
  const list = searching
    ? [
        ['Enter', t('nextHit')],
        ['↓', t('browse')],
        ['Esc', t('all')],
      ]
    : e
      ? [
          ['Ctrl Enter', k.ce],
          ['Ctrl .', k.ins],
          ['Esc', k.esc],
        ]
      : pick
        ? [
            ['0–9', t('filter')],
            ['← → Enter', t('chips')],
            ['Esc', t('all')],
          ]
        : !S.single
          ? [
              ['Enter', k.enter],
              ['↓ ↑', k.jk],
              ['F1', t('help')],
            ]
          : [
              ['Enter', k.enter],
              ['E', t('edit')],
              ['1–9', k.d19],
              ['X', t('dismiss')],
              ['U', k.u],
              ['N', k.n],
              ['F', t('filter')],
              ['/', t('k').slash],
              ['?', t('help')],
            ];
  const html = `<span class="mode${e ? ' ed' : ''}">${searching ? k.slash : e ? t('editing') : pick ? t('filter') : t('browse')}</span>${list.map(([q, x]) => `<span>${q.split(' ').map(key).join(' ')}${x}</span>`).join('')}`;
  if (html !== hints) $('#hints').innerHTML = hints = html;
}
let hints = '';
