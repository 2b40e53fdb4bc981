/* Where the reviewer is, and what helps there: one moves, nothing is decided by that. */
import { S, $, t, need, now, state, isHit, segs, remembered } from './state.js';
import { withOthers } from './saving.js';
import { post } from './server.js';
import { redraw, say, focusRow } from './draw.js';
import { markHere } from './outline.js';
import { showInPreview } from './preview.js';
import { keepEdit } from './editing.js';
import { answerAsk } from './saying.js';
import { drawHints, drawCounts } from './frame.js';

export function go(i, editingKept = true) {
  if (i === null || i === undefined || i < 0 || i >= segs.length) return;
  if (editingKept && S.mode === 'edit') keepEdit();
  // Words for a comment are kept as well when one goes elsewhere; nothing is said without words.
  if (S.asking && $('#ci')?.value.trim() && $('#ci').value !== S.asking.text) answerAsk(true);
  const before = S.cur;
  Object.assign(S, { cur: i, armed: -1, asking: null, mode: 'browse' });
  if (before !== i) redraw(before);
  redraw(i);
  markHere(before);
  drawHints();
  showInPreview();
  focusRow();
  remembered(`at ${S.document} ${S.language}`, String(i));
  if (segs[before].b.section !== segs[i].b.section) drawCounts();
  helpSoon(now());
}
const shown = () => segs.filter(s => isHit(s) || s.i === S.cur);
export function step(d) {
  const list = shown(),
    n = list[list.findIndex(s => s.i === S.cur) + d];
  if (n) go(n.i);
}
export const firstShown = () => go(shown()[0].i),
  lastShown = () => go(shown().at(-1).i);
const isOpen = s => state(s) !== 'reviewed' || Boolean(s.conf);
export function nextOpen(from) {
  const list = segs.filter(s => s.i !== from && isHit(s) && isOpen(s));
  if (!list.length) return null;
  if (S.order === 'need') return [...list].sort((a, b) => need(b) - need(a) || a.i - b.i)[0].i;
  return (list.find(s => s.i > from) || list[0]).i;
}
export function attention(d = 1) {
  const list = segs.filter(s => isHit(s) && need(s) > 0);
  if (!list.length) return say(t('end'));
  if (S.order === 'need') {
    const sorted = [...list].sort((a, b) => need(b) - need(a) || a.i - b.i),
      k = sorted.findIndex(s => s.i === S.cur);
    return go(sorted[(k + d + sorted.length) % sorted.length].i);
  }
  return go(
    (d > 0
      ? list.find(s => s.i > S.cur) || list[0]
      : [...list].reverse().find(s => s.i < S.cur) || list.at(-1)
    ).i,
  );
}

/* ---- what helps: asked for when one comes to a segment, and for the next one ahead ---- */
const asks = new Map();
export function helpFor(s, text = s.d.target) {
  const name = `${s.i} ${s.d.version} ${text}`;
  if (s.help && s.help.name === name) return Promise.resolve(s.help);
  if (!asks.has(name))
    asks.set(
      name,
      post('help', { key: s.d.key, source: s.d.source, text })
        .then(h => {
          asks.delete(name);
          h.name = name;
          if (text === s.d.target) {
            s.help = h;
            if (!s.pending) takeFindings(s, h);
            if (s.i === S.cur) redraw(s.i);
          }
          return h;
        })
        .catch(() => {
          asks.delete(name);
          return null;
        }),
    );
  return asks.get(name);
}
function takeFindings(s, h) {
  s.finds = withOthers(s, h.findings);
}
let soon;
export function helpSoon(s) {
  clearTimeout(soon);
  soon = setTimeout(async () => {
    await helpFor(s);
    const ahead = nextOpen(s.i);
    if (ahead !== null && s.i === S.cur) await helpFor(segs[ahead]);
    if (!s.engine && s.i === S.cur) {
      s.engine = [];
      post('machine', { key: s.d.key, source: s.d.source })
        .then(m => {
          s.engine = m.suggestions;
          if (m.suggestions.length && s.i === S.cur) redraw(s.i);
        })
        .catch(() => {});
    }
  }, 60);
}
