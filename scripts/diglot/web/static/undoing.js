/* Every decision, and the way back from it. */
import { S, t } from './state.js';
import { restore, decide } from './saving.js';
import { say } from './draw.js';
import { drawCounts } from './frame.js';
import { keepEdit } from './editing.js';
import { go } from './moving.js';

export const did = (kind, s) => t('did')[kind](s.i + 1);
const without = (list, entry) => {
  const at = list.indexOf(entry);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
};
/* `kind` names it for undo; the way back is known when the server has answered. */
export function act(kind, s, value) {
  const entry = { s, kind, done: null };
  S.undo.push(entry);
  S.redo.length = 0;
  entry.done = decide(s, value).then(answer => {
    entry.before = answer.before;
    entry.after = answer.outcome === 'saved' ? s.d.version : null;
    if (answer.outcome !== 'saved') without(S.undo, entry);
    return answer;
  });
  return entry.done;
}

export async function undo(again) {
  if (S.mode === 'edit') keepEdit();
  const from = again ? S.redo : S.undo,
    to = again ? S.undo : S.redo,
    e = from.at(-1);
  if (!e) return say(t(again ? 'noredo' : 'noundo'));
  await e.done;
  if (!without(from, e)) return;
  const answer = await restore(e.s, again ? e.before : e.after, again ? e.after : e.before);
  if (answer.outcome !== 'saved') {
    say(t(answer.outcome === 'changed' ? 'changedSince' : 'forgotten'), true);
    return;
  }
  to.push(e);
  e.s.conf = e.s.d.conflicts.length ? e.s.conf : null;
  drawCounts();
  go(e.s.i, false);
  say(t(again ? 'redone' : 'undone')(did(e.kind, e.s)));
}
