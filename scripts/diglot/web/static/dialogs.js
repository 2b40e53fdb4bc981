/* What opens over the page: the keys, a name, the end of the work. */
import { S, $, t, counts, segs, remembered } from './state.js';
import { poUrl, get, post } from './server.js';
import { esc } from './text.js';
import { key, icon, ARABIC_KEY } from './icons.js';
import { redrawAll, say } from './draw.js';
import { stopEdit } from './editing.js';
import { isSaving } from './saving.js';
import { go } from './moving.js';
import { drawFrame, drawHints } from './frame.js';

const box = () => $('#dialog');
export const isOpen = () => box().open;
export function show(title, body) {
  if (S.mode === 'edit') stopEdit();
  const d = box();
  d.innerHTML = `<div class="dh"><h2 id="dialog-h">${title}</h2><button data-act="close">${t('close')} ${key('Esc')}</button></div><div class="db">${body}</div>`;
  if (!d.open) d.showModal();
  return d;
}
export function close() {
  box().close();
}

/* ---- keys ---- */
export function help() {
  if (box().open) return close();
  const k = t('k'),
    arabic = x => (ARABIC_KEY[x] ? `<span class="alt" lang="ar">${ARABIC_KEY[x]}</span>` : '');
  const keys = (...list) =>
    list
      .map(x =>
        x
          .split(' ')
          .map(y => key(y) + arabic(y))
          .join(' '),
      )
      .join(' ');
  const part = (h, list) =>
    `<section><h3>${h}</h3><dl>${list.map(([q, x]) => `<dt>${q}</dt><dd>${x}</dd>`).join('')}</dl></section>`;
  const d = show(
    t('helpT'),
    `<p class="lead">${t('hNote')}</p><div class="keys">` +
      part(t('hMove'), [
        [keys('J', 'K') + ' ' + keys('↓', '↑'), k.jk],
        [keys('N'), k.n],
        [keys('Shift N'), k.N],
        [keys('Home', 'End'), k.gg],
      ]) +
      part(t('hDecide'), [
        [keys('Enter'), k.enter],
        [keys('E'), k.e],
        [keys('1') + '…' + keys('9'), k.d19],
        [keys('Shift 1') + '…', k.sd],
        [keys('X'), k.x],
        [keys('W'), k.w],
        [keys('S'), k.s],
        [keys('C'), k.c],
        [keys('M'), k.m],
        [keys('T'), k.t],
        [keys('U'), k.u],
        [keys('Shift U'), k.U],
      ]) +
      part(t('hMany'), [
        [keys('A'), k.a],
        [keys('R'), k.r],
      ]) +
      part(t('hWrite'), [
        [keys('Ctrl Enter'), k.ce],
        [keys('Ctrl .'), k.ins],
        [keys('Esc'), k.esc],
      ]) +
      part(t('hSee'), [
        [keys('F'), k.f],
        [keys('/'), k.slash],
        [keys('P'), k.p],
        [keys('O'), k.o],
        [keys('D'), k.d],
        [keys('?', 'F1'), k.q],
      ]) +
      `</div><div class="setrow"><label><input type="checkbox" id="c-single"${S.single ? ' checked' : ''}> ${t('single')}</label><label><input type="checkbox" id="c-swap"${document.documentElement.hasAttribute('data-swap') ? ' checked' : ''}> ${t('swap')}</label></div>`,
  );
  d.querySelector('#c-single').onchange = e => {
    S.single = e.target.checked;
    remembered('single', S.single ? 'on' : 'off');
    drawFrame();
    redrawAll();
    drawHints();
    if (!S.single) say(t('singleOff'));
  };
  d.querySelector('#c-swap').onchange = e => {
    document.documentElement.toggleAttribute('data-swap', e.target.checked);
    remembered('swap', e.target.checked ? 'on' : 'off');
  };
}

/* ---- a name ---- */
export function whoFirst(then) {
  const d = show(
    t('whoT'),
    `<p class="lead">${t('whoP')}</p><form class="ask" method="dialog"><label>${t('fName')}<input id="who" dir="auto" autocomplete="name" required></label><p><button class="primary b">${t('whoDo')}</button></p></form>`,
  );
  d.querySelector('form').onsubmit = e => {
    e.preventDefault();
    const name = d.querySelector('#who').value.trim();
    if (!name) return;
    S.me = name;
    remembered('reviewer', name);
    close();
    then();
  };
  d.querySelector('#who').focus();
}

/* ---- finish ---- */
export async function finish() {
  if (S.mode === 'edit') stopEdit();
  if (isSaving()) say(t('saving'));
  await Promise.all(segs.map(s => s.tail));
  const c = counts(),
    left = c.all - c.reviewed,
    f = t('f');
  const rows = [
    'reviewed',
    'edited',
    'draft',
    'untranslated',
    'stale',
    'needs',
    'err',
    'dis',
    'wrong',
    'conflict',
  ]
    .map(k => `<dt>${c[k]}</dt><dd>${f[k]}</dd>`)
    .join('');
  let hand = { git: false, files: [] },
    told = '';
  try {
    hand = await get('/handing-in');
  } catch (error) {
    told = error.message;
  }
  const message = t('fMessage')(S.document, S.language, c.reviewed, c.all);
  const commit = !hand.git
    ? `<p>${esc(told) || t('fNoGit')}</p>`
    : !hand.files.length
      ? `<p>${t('fNothing')}</p>`
      : `<p class="lead">${t('fFiles')}: ${hand.files.map(x => `<bdi>${esc(x)}</bdi>`).join(', ')}</p><label>${t('fName')}<input id="c-name" dir="auto" value="${esc(S.me || hand.name)}"></label><label>${t('fMail')}<input id="c-mail" dir="ltr" type="email" value="${esc(remembered('email') || (S.me === hand.name ? hand.email : ''))}"></label><label>${t('fMsg')}<input id="c-msg" dir="ltr" value="${esc(message)}"></label><button class="primary b" data-act="commit"${c.conflict ? ' disabled' : ''}>${t('fDo')}</button>`;
  const d = show(
    t('finT'),
    `<dl class="sum">${rows}</dl>${left ? `<p class="leave">${t('fLeave')(left)} <button data-act="gofirst">${t('fShow')}</button></p>` : ''}${c.conflict ? `<p class="leave bad">${icon('conflict')} ${t('fBlock')} <button data-act="goconflict">${t('fGoC')}</button></p>` : ''}<div class="two"><section><h3>${t('fCommit')}</h3>${commit}<p class="done" id="done" role="status"></p></section><section><h3>${t('fPo')}</h3><p class="lead">${t('fPoT')}</p><button class="b" data-act="po">${t('fPoDo')}</button></section></div>`,
  );
  d.querySelector('[data-act=commit]:not([disabled])')?.focus();
}
export async function commit() {
  const value = x => $(x).value.trim();
  try {
    const done = await post('commit', {
      name: value('#c-name'),
      email: value('#c-mail'),
      message: value('#c-msg'),
    });
    remembered('email', value('#c-mail'));
    $('#done').textContent = t('fDone')(done.commit);
    $('[data-act=commit]').disabled = true;
  } catch (error) {
    $('#done').textContent = error.message;
  }
}
export function po() {
  const a = document.createElement('a');
  a.href = poUrl();
  a.download = `${S.document}.${S.language}.po`;
  a.click();
}
export function goTo(test) {
  close();
  const s = segs.find(test);
  if (s) go(s.i);
}
