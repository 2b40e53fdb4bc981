/* Texts as data: escaping, folding for the search, differences word by word, marks in a text. */
export const esc = text => String(text).replace(/[&<>"']/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }[c]));

/* One spelling for what people and keyboards write in many; digits in one shape. */
export const fold = text => text.toLowerCase()
  .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u061c]/g, '')
  .replace(/[أإآٱ]/g, 'ا').replace(/[ىیئ]/g, 'ي').replace(/[ک]/g, 'ك').replace(/[ةھہ]/g, 'ه').replace(/ؤ/g, 'و')
  .replace(/[٠-٩]/g, d => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, d => d.charCodeAt(0) - 0x6f0);

export function hits(text, query, cls = 'q') {
  const wanted = fold(query).trim();
  if (!wanted) return [];
  const places = [];
  let folded = '';
  for (let i = 0; i < text.length; i++) for (const c of fold(text[i])) { folded += c; places.push(i); }
  const found = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) found.push([places[at], places[at + wanted.length - 1] + 1, cls]);
  return found;
}

/* [['=' | '-' | '+', words], …] from the one text to the other. */
export function difference(before, after) {
  const A = before ? before.split(/\s+/) : [], B = after ? after.split(/\s+/) : [], n = A.length, m = B.length;
  const out = [];
  const push = (kind, word) => { const last = out[out.length - 1]; last && last[0] === kind ? last[1].push(word) : out.push([kind, [word]]); };
  if (n * m > 4e6) { A.forEach(w => push('-', w)); B.forEach(w => push('+', w)); return out; }
  const d = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) d[i][j] = A[i] === B[j] ? d[i + 1][j + 1] + 1 : Math.max(d[i + 1][j], d[i][j + 1]);
  let i = 0, j = 0;
  while (i < n || j < m) {
    if (i < n && j < m && A[i] === B[j]) { push('=', A[i]); i++; j++; }
    else if (i < n && (j >= m || d[i + 1][j] >= d[i][j + 1])) push('-', A[i++]);
    else push('+', B[j++]);
  }
  return out;
}

/* Removed and added words; `show` of them. */
export const changes = (before, after, show = '+-') => difference(before, after).filter(([k]) => k === '=' || show.includes(k))
  .map(([k, words]) => { const x = esc(words.join(' ')); return k === '=' ? x : k === '+' ? `<ins>${x}</ins>` : `<del>${x}</del>`; }).join(' ');

/* The same with five words around each change: for a repair. */
export const near = (before, after) => { const D = difference(before, after); return D.map(([k, w], i) => {
  if (k !== '=') return k === '+' ? `<ins>${esc(w.join(' '))}</ins>` : `<del>${esc(w.join(' '))}</del>`;
  const x = w.length <= 12 ? w : i === 0 ? ['…', ...w.slice(-5)] : i === D.length - 1 ? [...w.slice(0, 5), '…'] : [...w.slice(0, 5), '…', ...w.slice(-5)];
  return esc(x.join(' '));
}).join(' '); };

/* A text of its own, with the words underlined that the other one has not. */
export const differing = (before, after) => difference(before, after).filter(([k]) => k !== '-')
  .map(([k, w]) => k === '=' ? esc(w.join(' ')) : `<mark class="dif">${esc(w.join(' '))}</mark>`).join(' ');

/* The text with marks at [from, to, class, title?]; where two overlap, the first and longest. */
export function marked(text, places) {
  let out = '', at = 0;
  for (const [a, b, cls, title] of places.filter(p => p[0] >= 0 && p[1] <= text.length).sort((x, y) => x[0] - y[0] || y[1] - x[1])) {
    if (a < at) continue;
    out += esc(text.slice(at, a)) + `<mark class="${cls}"${title ? ` title="${esc(title)}"` : ''}>${esc(text.slice(a, b))}</mark>`;
    at = b;
  }
  return out + esc(text.slice(at));
}
