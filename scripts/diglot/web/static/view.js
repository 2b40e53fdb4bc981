/* What is looked at, and how: filters, search, order, preview, colours, language. */
import { S, $, t, isHit, segs, remembered } from './state.js';
import { redrawAll, drawEverything, refold, focusRow, redraw, say } from './draw.js';
import { isDark } from './colours.js';
import { markHere } from './outline.js';
import { colourPreview, drawPreview } from './preview.js';
import { stopEdit } from './editing.js';
import { helpSoon, go } from './moving.js';
import { drawFrame, drawCounts, drawHints } from './frame.js';

export function setFilter(f) {
  S.filter = f;
  S.mode = 'browse';
  $('#chips').classList.remove('picking');
  const list = segs.filter(isHit);
  refold();
  drawCounts();
  if (list.length && !list.some(s => s.i === S.cur)) return go((list.find(s => s.i > S.cur) || list[0]).i);
  drawHints();
  focusRow();
}
export function pick() {
  if (S.mode === 'edit') stopEdit();
  S.mode = 'pick';
  $('#chips').classList.add('picking');
  drawHints();
  $('#chips [aria-pressed=true]').focus();
}
let looking;
export function search(text) {
  clearTimeout(looking);
  looking = setTimeout(() => {
    S.q = text;
    redrawAll();
    refold();
    const list = segs.filter(isHit);
    if (S.q && list.length && !list.some(s => s.i === S.cur)) {
      const before = S.cur;
      S.cur = list[0].i;
      redraw(before);
      redraw(S.cur);
      markHere(before);
    }
  }, 80);
}
export function nextHit() {
  const list = segs.filter(isHit);
  if (!list.length) return;
  const n = list.find(s => s.i > S.cur) || list[0],
    before = S.cur;
  S.cur = n.i;
  redraw(before);
  redraw(S.cur);
  markHere(before);
  document.getElementById(`r${S.cur}`).scrollIntoView({ block: 'center' });
  helpSoon(n);
}
export function clear() {
  if (S.filter !== 'all' || S.q) {
    $('#q').value = '';
    S.q = '';
    redrawAll();
    setFilter('all');
  }
}
export function preview() {
  S.preview = !S.preview;
  drawFrame();
  drawPreview();
  focusRow();
}
export function theme() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  remembered('theme', document.documentElement.dataset.theme);
  drawFrame();
  colourPreview();
}
export function ui() {
  if (S.mode === 'edit') stopEdit();
  S.ui = S.ui === 'en' ? 'ar' : 'en';
  remembered('ui', S.ui);
  drawEverything();
}
export function order() {
  S.order = S.order === 'doc' ? 'need' : 'doc';
  drawCounts();
  say(S.order === 'doc' ? t('orderDoc') : t('orderNeed'));
}
