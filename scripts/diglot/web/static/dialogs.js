/* Everything that opens over the page: keys, finish, several at once, search and replace, a name. */
import { S, $, t, segs, state, level, isHit, counts, now, remembered } from './state.js';
import { get, post, poUrl } from './server.js';
import { esc, changes } from './text.js';
import { icon, key, ARABIC_KEY } from './icons.js';
import { drawCounts, drawFrame, drawHints, redrawAll, say } from './draw.js';
import { act, stopEdit } from './acts.js';
import { go } from './moving.js';

const box = () => $('#dialog');
export const isOpen = () => box().open;
function show(title, body) {
  if (S.mode === 'edit') stopEdit();
  const d = box();
  d.innerHTML = `<div class="dh"><h2 id="dialog-h">${title}</h2><button data-act="close">${t('close')} ${key('Esc')}</button></div><div class="db">${body}</div>`;
  if (!d.open) d.showModal();
  return d;
}
export function close() { box().close(); }

/* ---- keys ---- */
export function help() {
  if (box().open) return close();
  const k = t('k'), arabic = x => ARABIC_KEY[x] ? `<span class="alt" lang="ar">${ARABIC_KEY[x]}</span>` : '';
  const keys = (...list) => list.map(x => x.split(' ').map(y => key(y) + arabic(y)).join(' ')).join(' ');
  const part = (h, list) => `<section><h3>${h}</h3><dl>${list.map(([q, x]) => `<dt>${q}</dt><dd>${x}</dd>`).join('')}</dl></section>`;
  const d = show(t('helpT'), `<p class="lead">${t('hNote')}</p><div class="keys">`
    + part(t('hMove'), [[keys('J', 'K') + ' ' + keys('↓', '↑'), k.jk], [keys('N'), k.n], [keys('Shift N'), k.N], [keys('Home', 'End'), k.gg]])
    + part(t('hDecide'), [[keys('Enter'), k.enter], [keys('E'), k.e], [keys('1') + '…' + keys('9'), k.d19], [keys('Shift 1') + '…', k.sd], [keys('X'), k.x], [keys('W'), k.w], [keys('S'), k.s], [keys('C'), k.c], [keys('M'), k.m], [keys('T'), k.t], [keys('U'), k.u], [keys('Shift U'), k.U]])
    + part(t('hMany'), [[keys('A'), k.a], [keys('R'), k.r]])
    + part(t('hWrite'), [[keys('Ctrl Enter'), k.ce], [keys('Ctrl .'), k.ins], [keys('Esc'), k.esc]])
    + part(t('hSee'), [[keys('F'), k.f], [keys('/'), k.slash], [keys('P'), k.p], [keys('O'), k.o], [keys('D'), k.d], [keys('?', 'F1'), k.q]])
    + `</div><div class="setrow"><label><input type="checkbox" id="c-single"${S.single ? ' checked' : ''}> ${t('single')}</label><label><input type="checkbox" id="c-swap"${document.documentElement.hasAttribute('data-swap') ? ' checked' : ''}> ${t('swap')}</label></div>`);
  d.querySelector('#c-single').onchange = e => { S.single = e.target.checked; remembered('single', S.single ? 'on' : 'off'); drawFrame(); redrawAll(); drawHints(); if (!S.single) say(t('singleOff')); };
  d.querySelector('#c-swap').onchange = e => { document.documentElement.toggleAttribute('data-swap', e.target.checked); remembered('swap', e.target.checked ? 'on' : 'off'); };
}

/* ---- a name ---- */
export function whoFirst(then) {
  const d = show(t('whoT'), `<p class="lead">${t('whoP')}</p><form class="ask" method="dialog"><label>${t('fName')}<input id="who" dir="auto" autocomplete="name" required></label><p><button class="primary b">${t('whoDo')}</button></p></form>`);
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
  await Promise.all(segs.map(s => s.tail));
  const c = counts(), left = c.all - c.reviewed, f = t('f');
  const rows = ['reviewed', 'edited', 'draft', 'untranslated', 'stale', 'needs', 'err', 'dis', 'wrong', 'conflict'].map(k => `<dt>${c[k]}</dt><dd>${f[k]}</dd>`).join('');
  let hand = { git: false, files: [] }, told = '';
  try { hand = await get('/handing-in'); } catch (error) { told = error.message; }
  const message = t('fMessage')(S.document, S.language, c.reviewed, c.all);
  const commit = !hand.git ? `<p>${esc(told) || t('fNoGit')}</p>` : !hand.files.length ? `<p>${t('fNothing')}</p>` : `<p class="lead">${t('fFiles')}: ${hand.files.map(x => `<bdi>${esc(x)}</bdi>`).join(', ')}</p><label>${t('fName')}<input id="c-name" dir="auto" value="${esc(S.me || hand.name)}"></label><label>${t('fMail')}<input id="c-mail" dir="ltr" type="email" value="${esc(remembered('email') || (S.me === hand.name ? hand.email : ''))}"></label><label>${t('fMsg')}<input id="c-msg" dir="ltr" value="${esc(message)}"></label><button class="primary b" data-act="commit"${c.conflict ? ' disabled' : ''}>${t('fDo')}</button>`;
  const d = show(t('finT'), `<dl class="sum">${rows}</dl>${left ? `<p class="leave">${t('fLeave')(left)} <button data-act="gofirst">${t('fShow')}</button></p>` : ''}${c.conflict ? `<p class="leave bad">${icon('conflict')} ${t('fBlock')} <button data-act="goconflict">${t('fGoC')}</button></p>` : ''}<div class="two"><section><h3>${t('fCommit')}</h3>${commit}<p class="done" id="done" role="status"></p></section><section><h3>${t('fPo')}</h3><p class="lead">${t('fPoT')}</p><button class="b" data-act="po">${t('fPoDo')}</button></section></div>`);
  d.querySelector('[data-act=commit]:not([disabled])')?.focus();
}
export async function commit() {
  const value = x => $(x).value.trim();
  try {
    const done = await post('commit', { name: value('#c-name'), email: value('#c-mail'), message: value('#c-msg') });
    remembered('email', value('#c-mail'));
    $('#done').textContent = t('fDone')(done.commit);
    $('[data-act=commit]').disabled = true;
  } catch (error) { $('#done').textContent = error.message; }
}
export function po() { const a = document.createElement('a'); a.href = poUrl(); a.download = `${S.document}.${S.language}.po`; a.click(); }
export function goTo(test) { close(); const s = segs.find(test); if (s) go(s.i); }

/* ---- several at once: what it will do is shown first ---- */
let scope = 'block';
export function severalHere() { scope = now().b.ids.length > 1 ? 'block' : 'section'; several(); }
function several() {
  const list = segs.filter(scope === 'block' ? s => s.b === now().b : scope === 'section' ? s => s.b.section === now().b.section : isHit).filter(s => state(s) !== 'reviewed' || s.conf);
  const why = s => s.conf ? 'conflict' : !s.d.target ? 'untranslated' : level(s).e ? 'err' : state(s) === 'needs' ? 'needs' : '';
  const yes = list.filter(s => !why(s)), no = list.filter(why);
  const line = s => `<li><span>${s.i + 1}</span><span><bdi lang="${S.target.lang}" dir="${S.target.dir}">${esc(s.d.target || s.d.source)}</bdi>${why(s) ? ` <span class="why">${t('why')[why(s)]}</span>` : ''}</span></li>`;
  const radio = x => `<label><input type="radio" name="scope" value="${x}"${scope === x ? ' checked' : ''}> ${t('scope')[x]}</label>`;
  const d = show(t('manyT'), `<div class="scope" role="radiogroup" aria-label="${t('manyT')}">${['block', 'section', 'shown'].map(radio).join('')}</div><p>${t('manyYes')(yes.length)}</p><ol class="plan" id="plan" tabindex="0" aria-label="${t('manyYes')(yes.length)}">${yes.map(line).join('')}</ol>${no.length ? `<p>${t('manyNo')(no.length)}</p><ol class="plan">${no.map(line).join('')}</ol>` : ''}<button class="primary b" id="many-do"${yes.length ? '' : ' disabled'}>${t('manyDo')(yes.length)}</button>`);
  for (const r of d.querySelectorAll('[name=scope]')) r.onchange = () => { scope = r.value; several(); $(`[name=scope][value=${scope}]`).focus(); };
  const go1 = d.querySelector('#many-do');
  go1.onclick = async () => {
    if (!S.me) return whoFirst(several);
    close();
    const answers = await Promise.all(yes.map(s => act('confirm', s, { confirm: true })));
    const done = answers.filter(a => a.outcome === 'saved').length;
    drawCounts();
    go(now().i);
    say(t('manyDone')(done, answers.length - done + no.length));
  };
  if (!d.contains(document.activeElement) || document.activeElement === d.querySelector('[data-act=close]')) go1.focus();
}

/* ---- search and replace: each change is shown, and can be left out ---- */
export function replace() {
  const d = show(t('repT'), `<div class="fields"><label>${t('repFind')}<input id="r-find" dir="auto" autocomplete="off" value="${esc(S.q)}"></label><label>${t('repWith')}<input id="r-with" dir="auto" autocomplete="off"></label></div><p class="scope"><label><input type="checkbox" id="r-case" checked> ${t('repCase')}</label></p><p id="r-n" role="status"></p><ol class="plan" id="r-plan" tabindex="0" aria-label="${t('repT')}"></ol><button class="primary b" id="r-do" disabled></button>`);
  let plan = [];
  const left = new Set();
  const draw = () => {
    const wanted = $('#r-find').value, to = $('#r-with').value, exact = $('#r-case').checked;
    const pattern = wanted && new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), exact ? 'gu' : 'giu');
    plan = pattern ? segs.filter(s => s.d.target && !s.conf).map(s => ({ s, text: s.d.target.replace(pattern, () => to).trim() })).filter(x => x.text !== x.s.d.target && x.text) : [];
    const kept = plan.filter(x => !left.has(x.s.i)).length;
    $('#r-n').textContent = wanted ? t('repN')(plan.length) : '';
    $('#r-plan').innerHTML = plan.slice(0, 500).map(x => `<li><input type="checkbox" data-i="${x.s.i}" aria-label="${t('repPick')(x.s.i + 1)}"${left.has(x.s.i) ? '' : ' checked'}><span><bdi lang="${S.target.lang}" dir="${S.target.dir}">${x.s.i + 1}. ${changes(x.s.d.target, x.text)}</bdi></span></li>`).join('');
    $('#r-do').textContent = t('repDo')(kept);
    $('#r-do').disabled = !kept;
  };
  for (const id of ['#r-find', '#r-with', '#r-case']) d.querySelector(id).oninput = draw;
  d.querySelector('#r-plan').onchange = e => { const i = +e.target.dataset.i; if (e.target.checked) left.delete(i); else left.add(i); draw(); $(`#r-plan [data-i="${i}"]`)?.focus(); };
  d.querySelector('#r-do').onclick = async () => {
    if (!S.me) return whoFirst(replace);
    const chosen = plan.filter(x => !left.has(x.s.i));
    close();
    const answers = await Promise.all(chosen.map(x => act('replace', x.s, { text: x.text })));
    go(now().i);
    say(t('repDone')(answers.filter(a => a.outcome === 'saved').length));
  };
  draw();
  d.querySelector('#r-find').focus();
}
