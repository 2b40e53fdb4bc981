/* What a reviewer decides. Each decision goes to the server at once; the page goes on meanwhile. */
import { S, $, t, open, now, state } from './state.js';
import { forget } from './saving.js';
import { did, act } from './undoing.js';
import { focusRow, redraw, say } from './draw.js';
import { drawCounts, drawHints } from './frame.js';
import { checkName, suggestions } from './aids.js';
import { startEdit, stopEdit, keepEdit } from './editing.js';
import { helpSoon, go, nextOpen, helpFor } from './moving.js';
import { whoFirst } from './dialogs.js';

const errors = found => found.filter(f => f.severity === 'error');

export const needsName = then => {
  if (S.me) return false;
  whoFirst(then);
  return true;
};

export async function confirm() {
  const s = now();
  if (needsName(confirm)) return;
  if (s.conf && S.mode !== 'edit') {
    redraw(s.i);
    focusRow();
    return say(t('blockC'), true);
  }
  if (S.mode === 'edit') return confirmEdit(s);
  if (!s.d.target && !s.d.empty.length) {
    redraw(s.i);
    focusRow();
    return say(t('blockE'), true);
  }
  // Its findings are those of the text that is on its way.
  if (s.pending) {
    await s.tail;
    if (now() !== s) return;
  }
  const found = errors(open(s));
  if (found.length && S.armed !== s.i) return stop(s, found);
  const known = S.armed === s.i ? [...new Set(found.map(f => f.check))] : [];
  S.armed = -1;
  if (!S.checked && !s.help) {
    await helpFor(s);
    if (errors(open(s)).length && !known.length) return stop(s, errors(open(s)));
  }
  // Said already: nothing would change.
  if (state(s) === 'reviewed' && s.d.reviewed.some(r => r.by === S.me)) return onward(s);
  const sent = act('confirm', s, { confirm: true, dismiss: known });
  s.d = { ...s.d, state: 'reviewed' };
  onward(s);
  sent.then(answer => back(s, answer));
}
function stop(s, found) {
  S.armed = s.i;
  redraw(s.i);
  focusRow();
  say(t('block')(checkName(found[0])), true);
}
function onward(s) {
  const n = nextOpen(s.i);
  drawCounts();
  if (n === null) {
    redraw(s.i);
    focusRow();
    say(t('allr'));
  } else {
    go(n, false);
    say(did('confirm', s));
  }
}
/* The server knows better: somebody else was there, or a finding that was not known here. */
function back(s, answer) {
  if (answer.outcome === 'saved' || answer.outcome === 'refused') return;
  drawCounts();
  if (answer.outcome === 'changed' && !s.conf) return;
  if (S.mode !== 'edit') go(s.i, false);
  if (answer.outcome === 'blocked') stop(s, errors(answer.findings));
  else if (s.conf) say(t('blockC'), true);
  else if (answer.outcome === 'empty') say(t('blockE'), true);
}
async function confirmEdit(s) {
  const text = $('#ed').value.trim(),
    settle = s.settling ? { settle: s.settling } : {};
  if (!text) {
    stopEdit();
    return say(t('blockE'), true);
  }
  S.mode = 'browse';
  S.typed = null;
  s.settling = null;
  const value = { text, seen: s.base, ...settle };
  drawHints();
  const sent = act('confirm', s, { ...value, confirm: true });
  // The words stay in view, however long the answer takes.
  s.d = { ...s.d, target: text, state: 'edited' };
  redraw(s.i);
  focusRow();
  const answer = await sent;
  if (answer.outcome === 'saved') return onward(s);
  if (answer.outcome === 'blocked') {
    // The words are kept all the same; only the verdict is not.
    if (text !== s.base || settle.settle) await act('edit', s, value);
    s.finds = answer.findings;
    if (S.cur !== s.i) go(s.i, false);
    return stop(s, errors(answer.findings));
  }
  back(s, answer);
  redraw(s.i);
  focusRow();
}

export async function take(k, andConfirm) {
  const s = now();
  if (s.conf) return settle(k);
  if (needsName(() => take(k, andConfirm))) return;
  if (S.mode === 'edit') keepEdit();
  if (!s.help) await helpFor(s);
  const x = suggestions(s, s.d.target)[k];
  if (!x) return;
  const sent = act('sug', s, andConfirm ? { text: x.text, confirm: true } : { text: x.text });
  const answer = await sent;
  if (andConfirm && answer.outcome === 'saved') return onward(s);
  if (andConfirm && answer.outcome === 'blocked') {
    await act('sug', s, { text: x.text });
    s.finds = answer.findings;
    return stop(s, errors(answer.findings));
  }
  drawCounts();
  redraw(s.i);
  focusRow();
  helpSoon(s);
  if (answer.outcome === 'saved') say(did('sug', s));
}

export function settle(k) {
  const s = now(),
    c = s.conf;
  if (!c || k > 2) return;
  if (needsName(() => settle(k))) return;
  if (k === 2) {
    s.conf = null;
    s.settling = c.inFile ? [c.theirs] : null;
    redraw(s.i);
    return startEdit(c.merge ?? c.mine);
  }
  s.conf = null;
  if (c.inFile) act('conf', s, k === 0 ? { settle: [c.theirs] } : { text: c.theirs, settle: [c.theirs] });
  else if (k === 0) act('conf', s, { text: c.mine });
  else forget(s);
  redraw(s.i);
  drawCounts();
  focusRow();
  helpSoon(s);
  say(did('conf', s));
}

export function dismiss(check) {
  const s = now();
  if (needsName(() => dismiss(check))) return;
  if (S.mode === 'edit') stopEdit();
  const f = check ? { check } : open(s)[0];
  if (!f) return;
  S.armed = -1;
  act('dis', s, { dismiss: [f.check] });
  s.finds = s.finds.filter(x => x.check !== f.check);
  redraw(s.i);
  drawCounts();
  focusRow();
  say(did('dis', s));
}
