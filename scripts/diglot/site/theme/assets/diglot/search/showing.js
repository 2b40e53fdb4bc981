// Results as elements: pages, and below each its passages, as they stand on the page.

const PASSAGES = 3;
const BEFORE = 12;
const LENGTH = 46;

/** An item for a page that was found. */
export async function shownPage(page, { marks, folding, base, across, words }) {
  const item = make("li", { className: "dg-found-page" });
  const { language, texts } = page;
  const heading = make("p", { className: "dg-found-title" });
  const tongue = tongueOf(language);
  const link = make("a", { href: new URL(texts.url, base).href, ...tongue });
  marked(link, texts.title, marks.get(language), folding, Infinity);
  heading.append(link);
  if (texts.document) heading.append(make("span", { className: "dg-found-in", textContent: texts.document, ...tongue }));
  item.append(heading);
  const list = make("ul", { className: "dg-found-passages" });
  const inside = page.passages.filter(({ at }) => at !== 0);
  for (const passage of inside.slice(0, PASSAGES)) list.append(await shownPassage(passage, page));
  if (list.children.length) item.append(list);
  const more = inside.length - PASSAGES;
  if (more > 0) item.append(make("p", { className: "dg-found-more", textContent: words.more(more) }));
  return item;

  async function shownPassage({ at, languages }) {
    const { anchor, text } = page.own.get(at);
    const entry = make("li");
    const url = new URL(texts.url, base);
    url.hash = anchor;
    const link = make("a", { href: url.href, ...tongueOf(language, text) });
    marked(link, text, marks.get(language), folding, LENGTH);
    entry.append(link);
    for (const other of languages) {
      if (other === language) continue;
      const there = (await across(page, other)).passages.find(([number]) => number === at)?.[2];
      if (!there || there === text) continue;
      const beside = make("span", { className: "dg-found-across", ...tongueOf(other) });
      marked(beside, there, marks.get(other), folding, LENGTH);
      entry.append(beside);
    }
    return entry;
  }
}

/** A text with the found words marked, cut to the words around them. */
function marked(element, text, words, folding, length) {
  const all = [...folding.words(text)];
  const hits = all.filter(({ word, whole }) => words?.has(word) || words?.has(whole));
  const first = all.length <= length ? 0 : beginning(all, hits, length);
  const from = first === 0 ? 0 : all[first].start;
  const last = all[Math.min(all.length, first + length) - 1];
  const to = all.length <= length || !last || last === all.at(-1) ? text.length : last.end;
  let at = from;
  if (from > 0) element.append("… ");
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    element.append(text.slice(at, start), make("mark", { textContent: text.slice(start, end) }));
    at = end;
  }
  element.append(text.slice(at, to));
  if (to < text.length) element.append(" …");
}

/** Where to begin, so that most of the words are seen; the first such place. */
function beginning(all, hits, length) {
  const places = hits.map((hit) => Math.max(0, all.indexOf(hit) - BEFORE));
  const seen = (from) =>
    new Set(all.slice(from, from + length).filter((one) => hits.includes(one)).map(({ word }) => word)).size;
  return places.reduce((best, from) => (seen(from) > seen(best) ? from : best), places[0] ?? 0);
}

const ARABIC = /[\u0600-\u06ff]/g;
const LATIN = /[A-Za-z\u00c0-\u024f]/g;

/** Language and direction; a passage that waits for its translation is in another script. */
function tongueOf(language, text = "") {
  const isRtl = isRightToLeft(language);
  const count = (letters) => (text.match(letters) ?? []).length;
  const foreign = isRtl ? count(LATIN) > count(ARABIC) : count(ARABIC) > count(LATIN);
  if (!foreign) return { lang: language, dir: isRtl ? "rtl" : "ltr" };
  return isRtl ? { lang: "", dir: "ltr" } : { lang: "ar", dir: "rtl" };
}

export const isRightToLeft = (language) => /^(?:ar|fa|he|ur|ps|sd|ug|ckb|yi|dv)\b/.test(language);

export function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}
