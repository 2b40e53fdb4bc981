/* Buttons, rows and fields. */
import { S, $ } from './state.js';
import { grow } from './draw.js';
import { undo } from './undoing.js';
import * as acts from './acts.js';
import * as saying from './saying.js';
import * as editing from './editing.js';
import * as moving from './moving.js';
import * as view from './view.js';
import * as dialogs from './dialogs.js';

export function onInput(e) {
  if (e.target.id === 'ed') {
    grow(e.target);
    editing.typed();
  } else if (e.target.id === 'ci') grow(e.target);
  else if (e.target.id === 'q') view.search(e.target.value);
}

const CLICKS = {
  undo: () => undo(false),
  redo: () => undo(true),
  preview: view.preview,
  theme: view.theme,
  help: dialogs.help,
  finish: dialogs.finish,
  ui: view.ui,
  close: dialogs.close,
  edit: () => editing.startEdit(),
  dismiss: a => acts.dismiss(a.dataset.check),
  take: a => acts.take(+a.dataset.k),
  settle: a => acts.settle(+a.dataset.k),
  needs: () => saying.mark('needs'),
  wrong: () => saying.mark('wrong'),
  note: () => saying.ask('note'),
  empty: saying.meantEmpty,
  back: saying.takeBack,
  po: dialogs.po,
  commit: dialogs.commit,
  goconflict: () => dialogs.goTo(s => s.conf),
  gofirst: () => dialogs.goTo(s => s.d.state !== 'reviewed'),
  't-prev': () => moving.step(-1),
  't-next': () => moving.step(1),
  't-attn': () => moving.attention(),
  't-edit': () => (S.mode === 'edit' ? editing.stopEdit() : editing.startEdit()),
  't-confirm': acts.confirm,
};
export function onClick(e) {
  const a = e.target.closest('[data-act],[data-go],[data-f],.row');
  if (!a) return;
  if (a.dataset.go !== undefined) {
    $('#outline').classList.remove('open');
    if (innerWidth <= 1000 && S.preview) view.preview();
    return moving.go(+a.dataset.go);
  }
  if (a.dataset.f) return view.setFilter(a.dataset.f);
  if (a.dataset.act) return CLICKS[a.dataset.act]?.(a);
  const i = +a.dataset.i;
  if (i !== S.cur) return moving.go(i);
  if (e.target.closest('.t .tx') && S.mode !== 'edit' && !String(getSelection())) editing.startEdit();
}
