// What is loaded of the index: the pieces in which the words of a query are, each once.

import { isArabic, pieceOf } from "./folding.js";

export async function openIndex(base) {
  // The name of the index is asked for anew, so that no piece of an older one is used with it.
  const index = await (await loaded(new URL("index.json", base), { cache: "no-cache" })).json();
  const cache = new Map();
  const once = (name, read) => {
    if (!cache.has(name)) {
      const url = new URL(name, base);
      url.searchParams.set("v", index.name);
      const made = loaded(url).then(read);
      made.catch(() => cache.delete(name));
      cache.set(name, made);
    }
    return cache.get(name);
  };

  /** The words filed under a key in a language: [word, () => postings, whether it is very frequent]. */
  async function filed(key, language) {
    const script = isArabic(key) ? "a" : "o";
    const count = index.pieces[language]?.[script] ?? 0;
    if (!count) return [];
    const name = `${language}/${script}${pieceOf(key, count)}.bin`;
    const piece = await once(name, async (answer) => parsed(await answer.arrayBuffer()));
    return (piece.get(key) ?? []).map(({ word, bytes, own }) => own
      ? { word, isFrequent: true, postings: () => once(`${language}/${script}-${own}.bin`,
          async (answer) => unpacked(new Uint8Array(await answer.arrayBuffer()))) }
      : { word, isFrequent: false, postings: async () => unpacked(bytes) });
  }

  return {
    languages: Object.keys(index.pieces),
    pages: index.pages,
    last: new Set(index.last),
    filed,
    rules: () => once("rules.json", (answer) => answer.json()),
    page: (number, language) => once(`${language}/${number}.json`, (answer) => answer.json()),
  };
}

async function loaded(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return answer;
}

function parsed(buffer) {
  const bytes = new Uint8Array(buffer);
  const end = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const keys = new Map();
  let at = end + 1;
  for (const [key, listed] of Object.entries(head)) {
    const words = [];
    for (let i = 0; i < listed.length; i += 2) {
      const [word, size] = [listed[i], listed[i + 1]];
      if (size < 0) words.push({ word, own: -size });
      else words.push({ word, bytes: bytes.subarray(at, (at += size)) });
    }
    keys.set(key, words);
  }
  return keys;
}

/** page → its passages */
function unpacked(bytes) {
  const found = new Map();
  let at = 0, page = 0;
  const next = () => {
    let number = 0, shift = 0, byte;
    do { byte = bytes[at++]; number |= (byte & 0x7f) << shift; shift += 7; } while (byte & 0x80);
    return number;
  };
  while (at < bytes.length) {
    page += next();
    const passages = [];
    for (let left = next(), passage = 0; left; left--) passages.push((passage += next()));
    found.set(page, passages);
  }
  return found;
}
