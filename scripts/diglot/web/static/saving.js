/* Decisions on their way to the file: in order for each segment, tried again until they are there. */
import { S, $, t, find, segs, draftName, remembered, put } from './state.js';
import { Refused, get, post } from './server.js';
import { redraw, say } from './draw.js';
import { previewSoon } from './preview.js';
import { drawCounts } from './frame.js';

let open = 0;
export const own = new Set();
const wait = ms => new Promise(done => setTimeout(done, ms));
export const isSaving = () => open > 0;

export function dirty() {
  const x = $('#saved');
  x.className = 'saved dirty';
  x.textContent = t('unsaved');
}
function saving() {
  const x = $('#saved');
  x.className = 'saved dirty';
  x.textContent = t('saving');
}
function saved() {
  if (open) return;
  const x = $('#saved');
  x.className = 'saved';
  x.textContent = `${t('saved')} ${new Date().toTimeString().slice(0, 8)}`;
}

/* Resolves to the answer; never rejects. `seen` is what the reviewer had before their eyes now. */
export function decide(s, value) {
  return send(s, 'decide', { key: s.d.key, source: s.d.source, seen: s.d.target, ...value });
}
export function restore(s, seen, version) {
  return send(s, 'undo', { key: s.d.key, source: s.d.source, seen, version });
}

function send(s, what, body) {
  if (body.text !== undefined) keep(s, body.text);
  open++;
  s.pending++;
  saving();
  s.tail = s.tail.then(async () => {
    let answer;
    try {
      answer = await trying(what, body);
    } catch (error) {
      answer = { outcome: 'refused', error: error.message };
    }
    open--;
    s.pending--;
    taken(s, answer, body);
    saved();
    return answer;
  });
  return s.tail;
}

async function trying(what, body) {
  for (let again = 0; ; again++) {
    try {
      return await post(what, body);
    } catch (error) {
      // 4xx: it would be refused for ever. Else the server is away, or the file is in use or damaged.
      if (error instanceof Refused && error.status < 500) throw error;
      const x = $('#saved');
      x.className = 'saved dirty';
      x.textContent = t('retrying');
      if (again === 0) say(t('lost')(error.message), true);
      await wait(Math.min(500 * 2 ** again, 5000));
    }
  }
}

function taken(s, answer, body) {
  if (answer.revision) {
    S.revision = answer.revision;
    own.add(answer.revision);
    previewSoon();
  }
  if (answer.outcome === 'saved') {
    if (body.text !== undefined) forget(s, body.text);
    if (!s.pending) put(s, answer.segment);
    else s.d = { ...answer.segment, target: s.d.target, state: s.d.state };
    for (const each of answer.block || []) {
      const one = find(each.key, each.source);
      if (one && one.d.target === each.target) {
        one.finds = withOthers(one, each.found);
        if (one !== s) redraw(one.i);
      }
    }
  } else if (answer.outcome === 'changed' && body.seen !== undefined && body.version === undefined)
    met(s, answer.segment, body);
  else if (answer.outcome === 'blocked') {
    s.finds = withOthers(s, answer.findings);
    put(s, answer.segment);
    s.finds = answer.findings;
  } else if (answer.segment) put(s, answer.segment);
  if (answer.outcome === 'gone') {
    say(t('gone'), true);
    S.sourceRevision = ''; // the document is read again
  }
  if (answer.outcome === 'refused') {
    s.d = { ...s.d, target: body.seen };
    say(t('refusedText')(answer.error), true);
    refresh().catch(() => {});
  }
  redraw(s.i);
  drawCounts();
}
/* What is found between segments comes only with the whole document; it stays as long as the text. */
const BETWEEN = new Set(['headings', 'same_source', 'same_target', 'terms']);
export const withOthers = (s, found) => [
  ...found.filter(f => !BETWEEN.has(f.check)),
  ...s.finds.filter(f => BETWEEN.has(f.check)),
];

/* Somebody saved another text meanwhile. */
function met(s, theirs, body) {
  const mine = body.text ?? body.seen,
    base = body.seen;
  put(s, theirs);
  if (theirs.target === mine) return;
  const c = (s.conf = { base, mine, theirs: theirs.target, by: theirs.reviewed[0]?.by || '', merge: null });
  post('merge', { base, mine, theirs: theirs.target })
    .then(m => {
      c.merge = m.text;
      if (s.conf === c) redraw(s.i);
    })
    .catch(() => {});
}

/* What is typed stays in this browser until it is in the file. */
export function keep(s, text) {
  s.unsaved = text;
  remembered(draftName(s), text);
}
export function forget(s, text) {
  if (text === undefined || s.unsaved === text) {
    s.unsaved = null;
    remembered(draftName(s), null);
  }
}

/* What others save shows up here. */
export async function watch(onSource) {
  let told = '';
  for (;;) {
    await wait(document.hidden ? 4000 : 1000);
    try {
      const { revision, sourceRevision } = await get('/revision');
      if (sourceRevision !== S.sourceRevision) {
        await onSource();
        continue;
      }
      if (revision === S.revision || own.has(revision) || open) continue;
      await refresh();
      told = '';
    } catch (error) {
      // A file that cannot be read. That the server is away, the next save says.
      if (error instanceof Refused && error.message !== told) say(t('unreadable')(error.message), true);
      told = error.message;
    }
  }
}

export async function refresh() {
  const fresh = await get('/segments');
  if (open) return;
  let changed = 0;
  for (const d of fresh.segments) {
    const s = find(d.key, d.source);
    if (!s || s.d.version === d.version) continue;
    changed++;
    put(s, d);
    redraw(s.i);
  }
  S.revision = fresh.revision;
  if (changed) {
    say(t('outside')(changed));
    previewSoon();
    drawCounts();
    checkAll();
  }
}

export async function checkAll() {
  const { findings } = await get('/findings');
  const at = new Map(findings.map(f => [`${f.key}\n${f.source}`, f]));
  for (const s of segs) {
    const f = at.get(`${s.d.key}\n${s.d.source}`),
      found = f && f.target === s.d.target ? f.found : [];
    if (f && f.target !== s.d.target) continue;
    if (JSON.stringify(found) !== JSON.stringify(s.finds)) {
      s.finds = found;
      redraw(s.i);
    }
  }
  S.checked = true;
  document.documentElement.dataset.checked = 'yes';
  drawCounts();
}
