/* What helps with the current segment: findings, glossary, suggestions, a conflict. */
import { S, t } from './state.js';
import { changes, differing, esc, near } from './text.js';
import { icon, key } from './icons.js';

export const tab = () => (S.single ? -1 : 0);
export const src = () => `lang="${S.source.lang}" dir="${S.source.dir}"`;
export const tgt = () => `lang="${S.target.lang}" dir="${S.target.dir}"`;
export const CLS = { error: 'err', warning: 'warn', hint: 'hint' };
export const checkName = f => t('check')[f.check] || f.check;
/* In the language of the page, where the check has words in it; another package's are English. The
   fragments in it are isolated, or brackets and digits would cross. */
function message(f) {
  const [text, lang, dir] = S.ui === 'ar' && f.arabic ? [f.arabic, 'ar', 'rtl'] : [f.message, 'en', 'ltr'];
  const shown = esc(text).replace(
    /«([^«»]*)»/g,
    (_, x) => `«<bdi lang="${/[\u0600-\u06ff]/.test(x) ? 'ar' : 'en'}">${x}</bdi>»`,
  );
  return `<span class="seen" lang="${lang}" dir="${dir}">${shown}</span>`;
}

export function findHtml(s, found) {
  const off = s.d.dismissed.length;
  if (!found.length && !off) return '';
  return (
    `<ul class="find" aria-label="${t('err')}, ${t('warn')}">` +
    found
      .map(
        (f, k) =>
          `<li class="${CLS[f.severity]}">${icon(CLS[f.severity])}<span><strong>${esc(checkName(f))}</strong> ${message(f)}</span><button data-act="dismiss" data-check="${esc(f.check)}" tabindex="${tab()}">${t('dismiss')} ${k === 0 ? key('X') : ''}</button></li>`,
      )
      .join('') +
    (off ? `<li class="off"><span></span><span class="lab">${t('dismissed')(off)}</span></li>` : '') +
    (S.armed === s.i && found.some(f => f.severity === 'error')
      ? `<li class="err arm"><span></span><span>${key('Enter')} ${t('again')}</span></li>`
      : '') +
    '</ul>'
  );
}

export function glossary(s, text) {
  const terms = s.help?.terms || [];
  if (!terms.length) return '';
  const missing = new Set(
    (s.help.findings || []).filter(f => f.check === 'glossary' && f.source).map(f => String(f.source)),
  );
  const once = new Map(terms.map(x => [x.source, x]));
  return (
    `<div class="gl" dir="${S.source.dir}"><h3>${t('gl')}</h3><ul class="gloss">` +
    [...once.values()]
      .map(
        x =>
          `<li${x.note ? ` title="${esc(x.note)}"` : ''}><bdi ${src()}>${esc(x.source)}</bdi><bdi ${tgt()} class="${text && missing.has(String(x.span)) ? 'miss' : ''}">${esc(x.targets.slice(0, 3).join(' | ') || '–')}</bdi></li>`,
      )
      .join('') +
    '</ul></div>'
  );
}

export function suggestions(s, text) {
  const found = [...(s.help?.suggestions || []), ...(s.engine || [])].filter(
    (x, i, all) => x.text !== text && all.findIndex(y => y.text === x.text) === i,
  );
  if (s.orig && s.orig !== text && s.orig !== s.d.target && !found.some(x => x.text === s.orig))
    found.push({ kind: 'orig', text: s.orig });
  return found.slice(0, 9);
}
export function suggestHtml(s, text) {
  const found = s.conf ? [] : suggestions(s, text);
  if (!found.length) return '';
  const repair = k => ['numbers', 'exchanged', 'term', 'orig'].includes(k);
  return (
    `<div><h3>${t('sg')}</h3><ol class="sug">` +
    found
      .map((x, k) => {
        const about = [
          `<b>${t('kind')[x.kind]}${x.percent ? ` ${t('percent')(x.percent)}` : ''}</b>`,
          x.kind === 'engine' ? `<bdi>${esc(x.by)}</bdi>` : x.by ? t('pRev')(esc(x.by), esc(x.on)) : '',
          x.kind === 'near' ? t('itsSource') : '',
          x.document ? `<bdi>${esc(x.document)}</bdi>` : '',
        ]
          .filter(Boolean)
          .join(' · ');
        return `<li><button data-act="take" data-k="${k}" tabindex="${tab()}">${key(k + 1)}<span><span class="stx" ${tgt()}>${!text ? esc(x.text) : repair(x.kind) ? near(text, x.text) : differing(text, x.text)}</span><span class="meta">${about}</span>${x.kind === 'near' ? `<span class="ssrc" ${src()}>${changes(x.source, s.d.source)}</span>` : ''}</span></button></li>`;
      })
      .join('') +
    '</ol></div>'
  );
}

export function conflict(s) {
  const c = s.conf,
    option = (k, name, what, text) =>
      `<li><button data-act="settle" data-k="${k}" tabindex="${tab()}"><span class="ch">${key(k + 1)} ${name} <span>${what}</span></span><span class="stx" ${tgt()}>${text}</span></button></li>`;
  return `<div class="conf" role="gridcell"><p>${icon('conflict')}<span>${c.inFile ? t('cFile') : t('cHead')(esc(c.by), `<bdi>${esc(S.document)}.po</bdi>`)}</span></p><ol>${option(0, c.inFile ? t('first') : t('yours'), t('cY'), changes(c.base, c.mine))}${option(1, c.inFile ? t('second') : t('theirs'), t('cT'), changes(c.base, c.theirs))}${option(2, t('merge'), t('cM'), c.merge === null ? '…' : changes(c.base, c.merge))}</ol></div>`;
}
