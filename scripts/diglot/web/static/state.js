/* What the page knows: the document, its segments, where the reviewer is. */
import { hits } from './text.js';
import en from './words_en.js';
import ar from './words_ar.js';

const root = document.documentElement;
export const $ = selector => document.querySelector(selector);
const asked = new URLSearchParams(location.search);
export const remembered = (name, value) => {
  try {
    if (value === undefined) return localStorage.getItem(`diglot-${name}`);
    if (value === null) localStorage.removeItem(`diglot-${name}`);
    else localStorage.setItem(`diglot-${name}`, value);
  } catch {
    /* a browser that keeps nothing */
  }
  return null;
};

export const S = {
  document: root.dataset.document,
  language: root.dataset.language,
  ui: asked.get('ui') || remembered('ui') || (navigator.language.startsWith('ar') ? 'ar' : 'en'),
  cur: 0,
  mode: 'browse',
  filter: 'all',
  q: '',
  order: 'doc',
  preview: false,
  single: remembered('single') !== 'off',
  armed: -1,
  asking: null,
  undo: [],
  redo: [],
  checked: false,
  revision: '',
  sourceRevision: '',
  source: {},
  target: {},
  me: root.dataset.namedByProxy ? root.dataset.reviewer : remembered('reviewer') || root.dataset.reviewer,
};
if (S.ui !== 'ar') S.ui = 'en';
export const t = name => (S.ui === 'ar' ? ar : en)[name];
export const segs = [],
  blocks = [];
const byIdentity = new Map();
export const identity = (key, source) => `${key}\n${source}`;
export const find = (key, source) => byIdentity.get(identity(key, source));

/* The blocks as the server has them; what is typed and not saved is kept. */
export function take(data) {
  const before = new Map(segs.map(s => [identity(s.d.key, s.d.source), s]));
  segs.length = blocks.length = 0;
  byIdentity.clear();
  Object.assign(S, {
    title: data.title,
    source: data.source,
    target: data.target,
    revision: data.revision,
    sourceRevision: data.sourceRevision,
  });
  const counted = {};
  for (const b of data.blocks) {
    if (!b.segments.length) continue;
    const at = `${b.section} ${b.kind}`;
    counted[at] = (counted[at] || 0) + 1;
    const block = { ...b, n: counted[at], ids: [] };
    for (const d of b.segments) {
      const id = identity(d.key, d.source),
        old = before.get(id);
      const s = {
        i: segs.length,
        d,
        b: block,
        sentence: d.sentence,
        orig: old ? old.orig : d.target,
        finds: old && old.d.target === d.target ? old.finds : [],
        help: null,
        pending: 0,
        tail: Promise.resolve(),
        conf: conflictIn(d),
        unsaved: old?.unsaved ?? null,
      };
      if (s.unsaved === null) s.unsaved = remembered(draftName(s));
      block.ids.push(s.i);
      segs.push(s);
      byIdentity.set(id, s);
    }
    blocks.push(block);
  }
  S.cur = Math.min(S.cur, segs.length - 1);
  for (const old of before.values())
    if (old.unsaved !== null && !byIdentity.has(identity(old.d.key, old.d.source))) moveUnsaved(old);
}
/* What was typed for a sentence whose source has changed goes to the one in its place. */
function moveUnsaved(old) {
  const block = blocks.find(b => b.key === old.d.key);
  if (!block) return;
  const s = segs[block.ids[Math.min(old.b.ids.indexOf(old.i), block.ids.length - 1)]];
  if (s.unsaved !== null) return;
  s.unsaved = old.unsaved;
  remembered(draftName(s), s.unsaved);
  remembered(draftName(old), null);
}
export const draftName = s => `text ${S.document} ${S.language} ${s.d.key} ${s.d.source}`;
export const conflictIn = d =>
  d.conflicts.length
    ? {
        inFile: true,
        base: d.target,
        mine: d.target,
        theirs: d.conflicts[0].text ?? '',
        by: d.conflicts[0].by,
        merge: d.target,
      }
    : null;
export function put(s, d) {
  if (s.d.target !== d.target) {
    s.help = null;
    s.finds = [];
  }
  s.d = d;
  if (!s.conf || s.conf.inFile) s.conf = conflictIn(d);
}

export const state = s => s.d.state;
const ORDER = ['error', 'warning', 'hint'];
export const worstFirst = found =>
  [...found].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
/* A conflict has a place of its own on the page. */
export const open = s => (s.d.target ? worstFirst(s.finds.filter(f => f.check !== 'conflict')) : []);
/* Asked for every segment at every key: counted again only when there are other findings. */
export function level(s) {
  const known = s.level;
  if (known && known.finds === s.finds && known.none === !s.d.target) return known;
  const of = severity =>
    s.d.target ? s.finds.filter(f => f.severity === severity && f.check !== 'conflict').length : 0;
  return (s.level = { finds: s.finds, none: !s.d.target, e: of('error'), w: of('warning') });
}
const LOW = -1;
export const score = s => {
  const x = parseFloat(s.d.draft?.score);
  return Number.isNaN(x) ? null : x;
};
export const isLow = s => state(s) === 'draft' && score(s) !== null && score(s) < LOW;
export const need = s => {
  if (s.conf) return 6;
  if (state(s) === 'reviewed') return 0;
  const l = level(s);
  return l.e
    ? 5
    : state(s) === 'stale'
      ? 4
      : state(s) === 'needs' || state(s) === 'untranslated'
        ? 3
        : l.w || isLow(s)
          ? 2
          : 0;
};
export const FILTERS = [
  'all',
  'untranslated',
  'draft',
  'edited',
  'stale',
  'needs',
  'reviewed',
  'err',
  'warn',
  'wrong',
  'conflict',
];
export const inFilter = (s, f = S.filter) =>
  f === 'all' ||
  (f === 'err'
    ? level(s).e > 0
    : f === 'warn'
      ? level(s).w > 0
      : f === 'wrong'
        ? s.d.wrong.length > 0
        : f === 'conflict'
          ? Boolean(s.conf)
          : state(s) === f);
export const isHit = s =>
  inFilter(s) && (!S.q || hits(s.d.source, S.q).length > 0 || hits(s.d.target, S.q).length > 0);
export function counts() {
  const c = Object.fromEntries(FILTERS.map(f => [f, 0]));
  c.dis = 0;
  for (const s of segs) {
    c.all++;
    c[state(s)]++;
    const l = level(s);
    if (l.e) c.err++;
    if (l.w) c.warn++;
    if (s.d.wrong.length) c.wrong++;
    if (s.conf) c.conflict++;
    c.dis += s.d.dismissed.length;
  }
  return c;
}
export const now = () => segs[S.cur];
