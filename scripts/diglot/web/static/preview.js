/* The page as the site shows it, beside the rows. The server makes it; the frame runs nothing: what
   is done in it is done from here. */
import { S, $, t, blocks, now, segs } from './state.js';
import { pageUrl, page } from './server.js';
import { isDark } from './colours.js';
import { go } from './moving.js';

const frame = () => $('#page');
const inside = () => frame()?.contentDocument;
let section = null;

export function drawPreview() {
  const p = $('#preview');
  p.hidden = !S.preview;
  $('.cols').classList.toggle('pv', S.preview);
  p.setAttribute('aria-label', t('previewOf'));
  p.innerHTML = '';
  section = null;
  showInPreview();
}

/* The section of the current segment, and the segment in it. Nothing of it is seen before it has
   arrived whole: a click would be lost, and a reviewer would see it without its styles. */
export function showInPreview() {
  if (!S.preview) return;
  const s = now();
  if (s.b.section !== section || !frame()) {
    section = s.b.section;
    $('#preview').innerHTML =
      `<h2>${t('previewOf')}</h2><p id="page-told" role="status"></p><iframe id="page" class="coming" sandbox="allow-same-origin" title="${t('previewOf')}"></iframe>`;
    frame().onload = arrived;
    frame().src = pageUrl(section);
  } else mark();
}

function arrived() {
  const doc = inside();
  if (!doc?.querySelector('article')) {
    frame().hidden = true;
    // Why, the frame is not allowed to show.
    page(section).catch(error => ($('#page-told').textContent = t('noPage')(error.message)));
    return;
  }
  colourPreview();
  doc.addEventListener('click', goThere);
  withoutLinks(doc);
  mark();
  frame().classList.remove('coming');
}
/* Links of the site lead to pages that are not here. */
const withoutLinks = doc => doc.querySelectorAll('a[href]').forEach(a => a.removeAttribute('href'));

export function colourPreview() {
  const body = inside()?.body;
  if (body?.dataset.light) body.dataset.mdColorScheme = isDark() ? body.dataset.dark : body.dataset.light;
}

const sentence = (doc, s) =>
  doc.getElementById(s.b.anchor)?.querySelector(`.dg-s[data-s="${s.sentence}"]`) ||
  doc.getElementById(s.b.anchor);
function mark() {
  const doc = inside(),
    x = doc && sentence(doc, now());
  doc?.querySelectorAll('.here').forEach(y => y.classList.remove('here'));
  if (!x) return;
  x.classList.add('here');
  const at = x.getBoundingClientRect(),
    height = frame().clientHeight;
  if (at.top < 40 || at.bottom > height - 40) frame().contentWindow.scrollBy(0, at.top - height * 0.35);
}
function goThere(e) {
  const x = e.target.closest('.dg-s'),
    block = x && blocks.find(b => b.anchor === x.closest('[id]')?.id),
    i = block?.ids.find(k => String(segs[k].sentence) === x.dataset.s);
  if (i !== undefined) go(i);
}

/* Something was saved: the page is made anew, once the hands rest. */
let resting, asked = 0;
export function previewSoon() {
  if (!S.preview) return;
  clearTimeout(resting);
  resting = setTimeout(renew, 200);
}
async function renew() {
  const mine = ++asked,
    of = section;
  let text;
  try {
    text = await page(of);
  } catch {
    return; /* the next save asks again */
  }
  const doc = inside(),
    old = doc?.querySelector('article');
  if (mine !== asked || of !== section || !old) return;
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  withoutLinks(fresh);
  old.replaceWith(doc.adoptNode(fresh.querySelector('article')));
  mark();
}
