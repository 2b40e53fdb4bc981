/* The review page starts here. */
import { S, $, t, find, segs, remembered, take } from './state.js';
import { get } from './server.js';
import { drawEverything, focusRow, say } from './draw.js';
import { checkAll, isSaving, keep, watch } from './saving.js';
import { startEdit } from './editing.js';
import { helpSoon, nextOpen } from './moving.js';
import { order } from './view.js';
import { onKey } from './keys.js';
import { onInput, onClick } from './clicks.js';
import { drawFrame, drawHints } from './frame.js';

const root = document.documentElement;
root.dataset.theme = remembered('theme') || 'auto';
root.toggleAttribute('data-swap', remembered('swap') === 'on');

async function load() {
  const here = segs[S.cur] && [segs[S.cur].d.key, segs[S.cur].d.source];
  if (S.mode === 'edit') {
    keep(segs[S.cur], $('#ed').value);
    Object.assign(S, { mode: 'browse', typed: null });
  }
  take(await get());
  $('#doctitle').textContent = S.title || S.document;
  $('#doctitle').lang = S.source.lang;
  const s =
    here &&
    (find(...here) ||
      segs.find(x => x.d.key === here[0] && x.unsaved !== null) ||
      segs.find(x => x.d.key === here[0]));
  if (s) S.cur = s.i;
}
/* The source has changed: the document is read again, and who was typing goes on. */
async function again() {
  const typing = S.mode === 'edit';
  await load();
  drawEverything();
  if (typing && segs[S.cur].unsaved !== null) startEdit(segs[S.cur].unsaved);
  say(t('sourceChanged'));
  await checkAll();
}
async function start() {
  drawFrame();
  try {
    await load();
  } catch (error) {
    $('#notice').textContent = t('failed')(error.message);
    $('#alert').textContent = error.message;
    setTimeout(start, 3000);
    return;
  }
  const at = Number(new URLSearchParams(location.search).get('s') || 0) - 1,
    last = Number(remembered(`at ${S.document} ${S.language}`) ?? -1);
  S.cur = at >= 0 && at < segs.length ? at : last > 0 && last < segs.length ? last : (nextOpen(-1) ?? 0);
  drawEverything();
  const kept = segs.find(x => x.unsaved !== null);
  if (kept) say(t('kept')(kept.i + 1), true);
  root.dataset.ready = 'yes';
  performance.mark('ready');
  helpSoon(segs[S.cur]);
  checkAll().catch(error => say(error.message, true));
  watch(again);
}

document.addEventListener('keydown', onKey);
document.addEventListener('input', onInput);
document.addEventListener('click', onClick);
$('#q').addEventListener('focus', () => setTimeout(drawHints));
$('#q').addEventListener('blur', () => setTimeout(drawHints));
$('#order').addEventListener('click', order);
$('#b-outline').addEventListener('click', () =>
  $('#b-outline').setAttribute('aria-expanded', $('#outline').classList.toggle('open')),
);
$('#dialog').addEventListener('close', focusRow);
addEventListener('beforeunload', e => {
  if (isSaving() || S.mode === 'edit') e.preventDefault();
});
start();
