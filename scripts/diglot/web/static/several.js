/* Several segments at once: what it will do is shown first. */
import { S, $, t, now, state, level, isHit, segs } from './state.js';
import { changes, esc } from './text.js';
import { say } from './draw.js';
import { go } from './moving.js';
import { close, whoFirst, show } from './dialogs.js';
import { drawCounts } from './frame.js';
import { act } from './undoing.js';

let scope = 'block';
export function severalHere() {
  scope = now().b.ids.length > 1 ? 'block' : 'section';
  several();
}
function several() {
  const list = segs
    .filter(
      scope === 'block'
        ? s => s.b === now().b
        : scope === 'section'
          ? s => s.b.section === now().b.section
          : isHit,
    )
    .filter(s => state(s) !== 'reviewed' || s.conf);
  const why = s =>
    s.conf
      ? 'conflict'
      : !s.d.target
        ? 'untranslated'
        : level(s).e
          ? 'err'
          : state(s) === 'needs'
            ? 'needs'
            : '';
  const yes = list.filter(s => !why(s)),
    no = list.filter(why);
  const line = s =>
    `<li><span>${s.i + 1}</span><span><bdi lang="${S.target.lang}" dir="${S.target.dir}">${esc(s.d.target || s.d.source)}</bdi>${why(s) ? ` <span class="why">${t('why')[why(s)]}</span>` : ''}</span></li>`;
  const radio = x =>
    `<label><input type="radio" name="scope" value="${x}"${scope === x ? ' checked' : ''}> ${t('scope')[x]}</label>`;
  const d = show(
    t('manyT'),
    `<div class="scope" role="radiogroup" aria-label="${t('manyT')}">${['block', 'section', 'shown'].map(radio).join('')}</div><p>${t('manyYes')(yes.length)}</p><ol class="plan" id="plan" tabindex="0" aria-label="${t('manyYes')(yes.length)}">${yes.map(line).join('')}</ol>${no.length ? `<p>${t('manyNo')(no.length)}</p><ol class="plan">${no.map(line).join('')}</ol>` : ''}<button class="primary b" id="many-do"${yes.length ? '' : ' disabled'}>${t('manyDo')(yes.length)}</button>`,
  );
  for (const r of d.querySelectorAll('[name=scope]'))
    r.onchange = () => {
      scope = r.value;
      several();
      $(`[name=scope][value=${scope}]`).focus();
    };
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
  if (!d.contains(document.activeElement) || document.activeElement === d.querySelector('[data-act=close]'))
    go1.focus();
}

/* Search and replace: each change can be left out. */
export function replace() {
  const d = show(
    t('repT'),
    `<div class="fields"><label>${t('repFind')}<input id="r-find" dir="auto" autocomplete="off" value="${esc(S.q)}"></label><label>${t('repWith')}<input id="r-with" dir="auto" autocomplete="off"></label></div><p class="scope"><label><input type="checkbox" id="r-case" checked> ${t('repCase')}</label></p><p id="r-n" role="status"></p><ol class="plan" id="r-plan" tabindex="0" aria-label="${t('repT')}"></ol><button class="primary b" id="r-do" disabled></button>`,
  );
  let plan = [];
  const left = new Set();
  const draw = () => {
    const wanted = $('#r-find').value,
      to = $('#r-with').value,
      exact = $('#r-case').checked;
    const pattern = wanted && new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), exact ? 'gu' : 'giu');
    plan = pattern
      ? segs
          .filter(s => s.d.target && !s.conf)
          .map(s => ({ s, text: s.d.target.replace(pattern, () => to).trim() }))
          .filter(x => x.text !== x.s.d.target && x.text)
      : [];
    const kept = plan.filter(x => !left.has(x.s.i)).length;
    $('#r-n').textContent = wanted ? t('repN')(plan.length) : '';
    $('#r-plan').innerHTML = plan
      .slice(0, 500)
      .map(
        x =>
          `<li><input type="checkbox" data-i="${x.s.i}" aria-label="${t('repPick')(x.s.i + 1)}"${left.has(x.s.i) ? '' : ' checked'}><span><bdi lang="${S.target.lang}" dir="${S.target.dir}">${x.s.i + 1}. ${changes(x.s.d.target, x.text)}</bdi></span></li>`,
      )
      .join('');
    $('#r-do').textContent = t('repDo')(kept);
    $('#r-do').disabled = !kept;
  };
  for (const id of ['#r-find', '#r-with', '#r-case']) d.querySelector(id).oninput = draw;
  d.querySelector('#r-plan').onchange = e => {
    const i = +e.target.dataset.i;
    if (e.target.checked) left.delete(i);
    else left.add(i);
    draw();
    $(`#r-plan [data-i="${i}"]`)?.focus();
  };
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
