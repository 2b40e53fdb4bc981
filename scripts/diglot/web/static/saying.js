/* What a reviewer says of a segment beside confirming it: in words, or that it is meant to be empty. */
import { S, $, now, state } from './state.js';
import { act, did } from './undoing.js';
import { needsName } from './acts.js';
import { redraw, say, focusRow } from './draw.js';
import { stopEdit } from './editing.js';

const MARKS = { needs: ['needs-work', 'needs'], wrong: ['source-wrong', 'wrong'] };
export function mark(what) {
  const s = now(),
    [kind, name] = MARKS[what];
  if (needsName(() => mark(what))) return;
  if (S.mode === 'edit') stopEdit();
  if (!s.d[name].length) return ask(kind);
  act(what, s, { says: { [kind]: null } });
  say(did(what, s));
}
export function ask(kind) {
  const s = now();
  if (needsName(() => ask(kind))) return;
  if (S.mode === 'edit') stopEdit();
  S.asking = { i: s.i, kind, text: kind === 'note' ? s.d.notes.find(n => n.by === S.me)?.text || '' : '' };
  redraw(s.i);
  focusRow();
}
export function answerAsk(kept) {
  const s = now(),
    { kind } = S.asking,
    words = $('#ci').value.trim();
  S.asking = null;
  redraw(s.i);
  focusRow();
  if (!kept) return;
  const name = kind === 'note' ? 'note' : kind === 'needs-work' ? 'needs' : 'wrong';
  act(name, s, { says: { [kind]: kind === 'note' && !words ? null : words } });
  say(did(name, s));
}
export function meantEmpty() {
  const s = now();
  if (needsName(meantEmpty)) return;
  act('empty', s, { empty: true });
  say(did('empty', s));
}
export function takeBack() {
  const s = now();
  if (state(s) !== 'reviewed' || needsName(takeBack)) return;
  act('take', s, { takeBack: true });
  say(did('take', s));
}
