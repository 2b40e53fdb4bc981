/* A segment as a row: its texts, and what helps with the current one. All text goes through `esc`. */
import { S, t, open, isHit, state, isLow, score, level } from './state.js';
import { changes, esc, hits, marked } from './text.js';
import { key, icon } from './icons.js';
import { src, suggestHtml, glossary, tgt, findHtml, CLS, tab, conflict } from './aids.js';


function provenance(s) {
  const d = s.d,
    low = isLow(s) ? ` ${icon('low')}${t('low')}` : '';
  const said = [
    ...d.reviewed.map(r => t('pRev')(esc(r.by || '?'), esc(r.on || ''))),
    ...d.empty.map(e => t('pEmpty')(esc(e.by || '?'))),
    d.draft
      ? t('pDraft')(
          esc([d.draft.engine, d.draft.model].filter(Boolean).join(' ')),
          score(s) === null ? '' : score(s).toFixed(2),
        ) + low
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
  const b = (act, name, k, pressed) =>
    `<button data-act="${act}"${pressed === undefined ? '' : ` aria-pressed="${pressed}"`} tabindex="${tab()}">${name} ${k ? key(k) : ''}</button>`;
  const acts = [
    S.single ? '' : b('edit', t('edit')),
    b('note', t('comment'), 'C'),
    b('needs', t('mNeeds'), 'W', d.needs.length > 0),
    b('wrong', t('mWrong'), 'S', d.wrong.length > 0),
    S.single ? '' : b('empty', t('mEmpty'), '', d.empty.length > 0),
    state(s) === 'reviewed' ? b('back', t('take'), 'T') : '',
    b('undo', t('undo'), 'U'),
    S.single && !S.redo.length ? '' : b('redo', t('redo'), 'Shift U'),
  ].join('');
  return `<div class="prov" role="gridcell"><span class="stn">${icon(state(s))}${t(state(s))}</span><span>${said}</span><span class="acts">${acts}</span></div>`;
}

/* A note may begin with the word it is about: what most of it is written in counts. */
const directionOf = (text = '') =>
  (text.match(/[\u0600-\u06ff]/g) || []).length > (text.match(/[a-z]/gi) || []).length ? 'rtl' : 'ltr';
function notes(s) {
  const said = [
    ...s.d.needs.map(x => [x, t('mNeeds')]),
    ...s.d.wrong.map(x => [x, t('mWrong')]),
    ...s.d.notes.map(x => [x, '']),
  ];
  return said
    .map(
      ([x, what]) =>
        `<p class="note" dir="${directionOf(x.text)}"><b>${esc([what, x.by].filter(Boolean).join(' · '))}</b> <bdi dir="${directionOf(x.text)}">${esc(x.text || '')}</bdi></p>`,
    )
    .join('');
}

function asking(s) {
  if (!S.asking || S.asking.i !== s.i) return '';
  return `<div class="cmt"><textarea id="ci" rows="1" dir="auto" aria-label="${t('ask')[S.asking.kind]}" placeholder="${t('ask')[S.asking.kind]} (${t('askHint')})">${esc(S.asking.text)}</textarea></div>`;
}

function staleHtml(s) {
  const d = s.d.stale || {},
    say = d.kind === 'numbers' ? t('numbersSince') : t('staleSince');
  return `<div><p class="badge">${icon('stale')}<span>${say(esc(d.on || ''))} · ${d.was ? `${t('was')}:` : t('noWas')}</span></p>${d.was ? `<p class="was" ${src()}>${changes(d.was, s.d.source, '-')}</p>` : ''}</div>`;
}

function sourceHtml(s, current) {
  if (current && state(s) === 'stale' && s.d.stale?.was) return changes(s.d.stale.was, s.d.source, '+');
  const places = hits(s.d.source, S.q);
  if (current) {
    for (const f of open(s)) if (f.source) places.push([...f.source, CLS[f.severity]]);
    for (const x of s.help?.terms || []) places.push([...x.span, 'term', x.targets.join(' | ')]);
  }
  return marked(s.d.source, places);
}
function targetHtml(s, current) {
  if (!s.d.target)
    return `<span class="empty" lang="${S.ui}" dir="${S.ui === 'ar' ? 'rtl' : 'ltr'}">${s.d.empty.length ? t('meantEmpty') : current ? t('emptyCur') : t('untranslated')}</span>`;
  const places = hits(s.d.target, S.q);
  for (const f of open(s))
    if (f.target && (current || f.severity !== 'hint')) places.push([...f.target, CLS[f.severity]]);
  return marked(s.d.target, places);
}

export const label = s => {
  const l = level(s);
  return `${t('seg')} ${s.i + 1}, ${t(state(s))}${s.conf ? `, ${t('conflict')}` : ''}${l.e ? `, ${t('errs')(l.e)}` : ''}${l.w ? `, ${t('warns')(l.w)}` : ''}`;
};

export function rowHtml(s) {
  const current = s.i === S.cur,
    editing = current && S.mode === 'edit',
    l = level(s),
    first = s.b.ids[0] === s.i;
  const icons =
    icon(state(s)) +
    (s.pending ? icon('saving') : '') +
    (s.conf ? icon('conflict') : '') +
    (l.e ? icon('err') : l.w ? icon('warn') : '') +
    (isLow(s) ? icon('low') : '') +
    (s.d.wrong.length ? icon('wrong') : '') +
    (s.d.notes.length ? icon('cmt') : '');
  const sign = first
    ? {
        title: 'T',
        heading: 'H',
        paragraph: '¶',
        item: '•',
        cell: '▦',
        quotation: '”',
        question: 'Q',
        answer: 'A',
        note: 'N',
      }[s.b.kind]
    : '';
  const mark = (m, list) => (!first || !m ? '' : list ? ` data-m="${esc(m)}"` : '');
  const lead = m => (first && m && s.b.kind !== 'item' ? `<span class="lab-m">${esc(m)}</span>` : '');
  const list = s.b.kind === 'item';
  let h =
    `<div class="g" role="rowheader"><span class="vh">${esc(label(s))}</span><span class="bl" aria-hidden="true">${sign}</span><span class="no" aria-hidden="true">${s.i + 1}</span><span class="st" aria-hidden="true">${icons}</span></div>` +
    `<div class="s" role="gridcell"><div class="tx" ${src()}${mark(s.b.marker, list)}>${lead(s.b.marker)}${sourceHtml(s, current)}</div>${current ? `<div class="pane">${state(s) === 'stale' ? staleHtml(s) : ''}<div id="gl">${glossary(s, s.d.target)}</div></div>` : ''}</div><div class="t" role="gridcell">`;
  h += editing
    ? `<textarea id="ed" ${tgt()} spellcheck="false" rows="1" aria-label="${t('tgt')}, ${t('seg')} ${s.i + 1}" aria-describedby="fd">${esc(S.typed ?? s.d.target)}</textarea>`
    : `<div class="tx" ${tgt()}${mark(s.b.targetMarker, list)}>${lead(s.b.targetMarker)}${targetHtml(s, current)}</div>`;
  if (current)
    h += `<div class="pane"><div id="fd">${findHtml(s, open(s))}</div>${notes(s)}${asking(s)}<div id="sg">${suggestHtml(s, s.d.target)}</div></div>`;
  h += '</div>';
  return current ? h + (s.conf ? conflict(s) : '') + provenance(s) : h;
}
export function rowClass(s) {
  const current = s.i === S.cur;
  return `row grid-row${current ? ' cur' : ''}${current && S.mode === 'edit' ? ' editing' : ''}${!current && !isHit(s) ? ' fold' : ''}`;
}
