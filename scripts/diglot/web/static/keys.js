/* Keys, by their place on the keyboard, so that they work with any layout switched on. */
import { S, $, now } from './state.js';
import { undo } from './undoing.js';
import * as acts from './acts.js';
import * as saying from './saying.js';
import * as editing from './editing.js';
import * as several from './several.js';
import * as moving from './moving.js';
import * as view from './view.js';
import * as dialogs from './dialogs.js';

/* A Latin letter counts as itself (AZERTY, Dvorak); anything else by where the key is. */
const codeOf = e => (/^[a-z]$/i.test(e.key) ? `Key${e.key.toUpperCase()}` : e.key === '/' ? 'Slash' : e.code);
const isDigit = (e, any = /^(Digit|Numpad)\d$/) => any.test(e.code);
const ACTIONS = {
  KeyJ: () => moving.step(1),
  KeyK: () => moving.step(-1),
  KeyE: () => editing.startEdit(),
  KeyX: () => acts.dismiss(),
  KeyU: e => undo(e.shiftKey),
  KeyN: e => moving.attention(e.shiftKey ? -1 : 1),
  KeyF: () => view.pick(),
  Slash: () => {
    $('#q').focus();
    $('#q').select();
  },
  KeyP: () => view.preview(),
  KeyD: () => dialogs.finish(),
  KeyO: () => view.order(),
  KeyW: () => saying.mark('needs'),
  KeyS: () => saying.mark('wrong'),
  KeyC: () => saying.ask('note'),
  KeyM: () => saying.meantEmpty(),
  KeyT: () => saying.takeBack(),
  KeyA: () => several.severalHere(),
  KeyR: () => several.replace(),
};

export function onKey(e) {
  // What an input method takes for itself is none of ours.
  if (e.isComposing || e.keyCode === 229) return;
  const code = codeOf(e),
    mod = e.ctrlKey || e.metaKey,
    target = e.target;
  if (dialogs.isOpen()) return inDialog(e, code);
  if (target.id === 'ed') return inEditor(e, mod);
  if (target.id === 'ci') return inAsking(e);
  if (target.id === 'q') return inSearch(e);
  if (S.mode === 'pick') return inFilters(e, code);
  if (code === 'F1') {
    e.preventDefault();
    return dialogs.help();
  }
  if (mod || e.altKey || target.tagName === 'INPUT') return;
  const control = target.closest?.('button,a,label,[role=button]');
  if (control && (e.key === 'Enter' || e.key === ' ')) {
    if (control.getAttribute('role') === 'button') {
      e.preventDefault();
      control.click();
    }
    return;
  }
  const does = browse(e, code);
  if (does) {
    e.preventDefault();
    inTurn(does);
  }
}
/* What is pressed while an answer is waited for is done after it: `1` `Enter` at once is both. */
let turn = null;
function inTurn(does) {
  if (!turn) {
    const waited = does();
    if (!waited?.then) return;
    turn = waited;
  } else turn = turn.then(does);
  const mine = (turn = turn
    .catch(() => {})
    .then(() => {
      if (turn === mine) turn = null;
    }));
}

function browse(e, code) {
  if (e.code === 'ArrowDown') return () => moving.step(1);
  if (e.code === 'ArrowUp') return () => moving.step(-1);
  if (e.key === 'Enter') return () => acts.confirm();
  if (e.code === 'Home') return moving.firstShown;
  if (e.code === 'End') return moving.lastShown;
  if (e.key === 'Escape') return view.clear;
  if (!S.single) return null;
  if (isDigit(e, /^(Digit|Numpad)[1-9]$/)) return () => acts.take(+e.code.slice(-1) - 1, e.shiftKey);
  if (e.key === '?' || e.key === '؟' || (code === 'Slash' && e.shiftKey)) return dialogs.help;
  return ACTIONS[code] ? () => ACTIONS[code](e) : null;
}
function inDialog(e, code) {
  const typing =
    /^(INPUT|TEXTAREA)$/.test(e.target.tagName) && e.target.type !== 'checkbox' && e.target.type !== 'radio';
  if (code === 'F1' || ((e.key === '?' || e.key === '؟') && !typing)) {
    e.preventDefault();
    dialogs.close();
  }
}
function inEditor(e, mod) {
  if (e.code === 'Period' && mod) {
    e.preventDefault();
    insertTerm(e.target);
  } else if (e.key === 'Enter' && mod) {
    e.preventDefault();
    inTurn(acts.confirm);
  } else if (e.key === 'Escape') {
    e.preventDefault();
    editing.stopEdit();
  } else if (e.key === 'Enter' && !e.shiftKey) e.preventDefault();
}
/* The first term of the glossary that is missing, at the caret. */
function insertTerm(box) {
  const h = S.live && S.live.text === box.value.trim() ? S.live : now().help;
  const missing = h?.findings.find(f => f.check === 'glossary' && f.source && !f.target);
  const term = missing && h.terms.find(x => String(x.span) === String(missing.source));
  if (!term?.targets.length) return;
  const before = box.value.slice(0, box.selectionStart),
    after = box.value.slice(box.selectionEnd);
  box.setRangeText(
    (before && !/\s$/.test(before) ? ' ' : '') +
      term.targets[0] +
      (after && !/^[\s.,;:]/.test(after) ? ' ' : ''),
    box.selectionStart,
    box.selectionEnd,
    'end',
  );
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
function inAsking(e) {
  if (e.key === 'Enter') {
    e.preventDefault();
    saying.answerAsk(true);
  } else if (e.key === 'Escape') {
    e.preventDefault();
    saying.answerAsk(false);
  }
}
function inSearch(e) {
  if (e.key === 'Enter') {
    e.preventDefault();
    view.nextHit();
  } else if (e.key === 'Escape') {
    e.preventDefault();
    e.target.value = '';
    view.search('');
    moving.go(S.cur);
  } else if (e.code === 'ArrowDown') {
    e.preventDefault();
    moving.go(S.cur);
  }
}
function inFilters(e, code) {
  const chips = [...document.querySelectorAll('.chip')],
    k = chips.indexOf(document.activeElement),
    right = S.ui === 'ar' ? -1 : 1;
  let does = null;
  if (isDigit(e))
    does = () => {
      const chip = chips[+e.code.slice(-1)];
      if (chip) view.setFilter(chip.dataset.f);
    };
  else if (e.code === 'ArrowRight' || e.code === 'ArrowLeft')
    does = () =>
      chips[(k + (e.code === 'ArrowRight' ? right : -right) + chips.length) % chips.length].focus();
  else if (e.key === 'Enter' || e.key === ' ')
    does = () => view.setFilter(document.activeElement.dataset.f || S.filter);
  else if (e.key === 'Escape' || code === 'KeyF') does = () => view.setFilter('all');
  else if (code === 'KeyC') does = () => view.setFilter('conflict');
  if (does) {
    e.preventDefault();
    does();
  }
}
