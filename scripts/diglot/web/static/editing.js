/* The editor: what is typed is checked meanwhile, kept in the browser, and saved when one leaves it. */
import { S, $, t, open, now, worstFirst } from './state.js';
import { keep, forget, dirty } from './saving.js';
import { focusRow, redraw, say } from './draw.js';
import { checkSoon } from './typing.js';
import { helpSoon } from './moving.js';
import { needsName } from './acts.js';
import { suggestHtml, findHtml } from './aids.js';
import { drawCounts, drawHints } from './frame.js';
import { did, act } from './undoing.js';

export function keepEdit() {
  const e = $('#ed'),
    s = now();
  if (!e) return false;
  const text = e.value.trim(),
    settle = s.settling ? { settle: s.settling } : {};
  S.mode = 'browse';
  S.typed = null;
  s.settling = null;
  if (text === s.d.target && text === s.base && !settle.settle) {
    forget(s);
    return false;
  }
  const sent = act('edit', s, { text, seen: s.base, ...settle });
  // The page shows the new text at once.
  s.d = { ...s.d, target: text, state: text ? 'edited' : 'untranslated' };
  return sent;
}

export function startEdit(text) {
  const s = now();
  if (s.conf && text === undefined) return say(t('blockC'), true);
  if (needsName(() => startEdit(text))) return;
  S.mode = 'edit';
  S.armed = -1;
  S.asking = null;
  s.base = s.d.target;
  S.typed = text ?? s.unsaved ?? s.d.target;
  redrawAs('edit', s);
  const e = $('#ed'),
    f = open(s).find(x => x.target && x.severity !== 'hint');
  if (f && S.typed === s.d.target && f.target[1] - f.target[0] < 40) e.setSelectionRange(...f.target);
  else e.setSelectionRange(e.value.length, e.value.length);
  drawHints();
}
function redrawAs(mode, s) {
  const x = document.getElementById(`r${s.i}`);
  S.mode = mode;
  x.innerHTML = '';
  redraw(s.i);
  focusRow();
}

export function stopEdit() {
  const s = now(),
    changed = keepEdit();
  redraw(s.i);
  drawHints();
  drawCounts();
  focusRow();
  if (changed) {
    say(did('edit', s));
    helpSoon(s);
  }
}

export function typed() {
  const e = $('#ed'),
    s = now();
  S.typed = e.value;
  keep(s, e.value);
  dirty();
  checkSoon(s, e.value, h => {
    if (S.mode !== 'edit' || now() !== s || $('#ed')?.value.trim() !== h.text) return;
    S.live = h;
    $('#fd').innerHTML = findHtml(s, worstFirst(h.findings));
    const was = s.help;
    s.help = h;
    $('#sg').innerHTML = suggestHtml(s, h.text);
    s.help = was;
  });
}
