// Which English words are forms of one word: the stems of Porter's second algorithm (Snowball), after
// British spellings have become American ones.

const V = "[aeiouy]";
const SPECIAL = { skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", news: "news", inning: "inning", outing: "outing", exceed: "exceed", succeed: "succeed", proceed: "proceed" };
const STEP_2 = [
  ["ization", "ize"], ["ational", "ate"], ["fulness", "ful"], ["ousness", "ous"], ["iveness", "ive"],
  ["tional", "tion"], ["biliti", "ble"], ["lessli", "less"], ["entli", "ent"], ["ation", "ate"],
  ["alism", "al"], ["aliti", "al"], ["ousli", "ous"], ["iviti", "ive"], ["fulli", "ful"], ["enci", "ence"],
  ["anci", "ance"], ["abli", "able"], ["izer", "ize"], ["ator", "ate"], ["alli", "al"], ["bli", "ble"],
];
const STEP_3 = [
  ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ical", "ic"],
  ["ful", ""], ["ness", ""],
];
const STEP_4 = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion)$/;

/** The stem of a folded word. */
export function stem(word) {
  word = american(word);
  if (word.length < 3) return word;
  if (SPECIAL[word]) return SPECIAL[word];
  word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const r1 = region(word), r2 = r1 + region(word.slice(r1), true);
  word = plural(word);
  word = past(word, r1);
  word = word.replace(/(?<=.[^aeiouy])[yY]$/, "i");
  word = exchanged(word, STEP_2, r1);
  word = exchanged(word, STEP_3, r1);
  const end = word.match(STEP_4);
  if (end && end.index >= r2) word = word.slice(0, end.index);
  if (word.endsWith("e") && (word.length - 1 >= r2 || (word.length - 1 >= r1 && !isShort(word.slice(0, -1)))))
    word = word.slice(0, -1);
  // British writers double it: travelled, traveled.
  return word.replace(/ll$/, "l").toLowerCase();
}

/** Forms that a word may have in the text. */
export function* forms(word) {
  const own = stem(word);
  yield* [word, american(word), own];
  for (const ending of ["e", "s", "es", "ed", "ing", "y", "ies"]) {
    yield own + ending;
    if (own.endsWith("i")) yield own.slice(0, -1) + ending;
  }
}

/** 0 for the same word, more for another form of it; 9 for another word. */
export function distance(ours, word) {
  return ours === word ? 0 : stem(ours) === stem(word) ? 0.4 : 9;
}

function american(word) {
  return word
    .replace(/is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)/, "iz")
    .replace(/(?<=[a-z]{3})our(?=(?:s|ed|ing|er|ers|able|hood|hoods)?$)/, "or")
    .replace(/(?<=^(?:def|off|pret|lic))ence/, "ense")
    .replace(/(?<=^(?:cen|thea|lit|kilomet|met|fib|meag|lus|spect))re(?=s?$)/, "er")
    .replace(/^programme/, "program");
}

function region(word, isSecond = false) {
  const known = isSecond ? null : word.match(/^(?:gener|commun|arsen)/);
  const found = known ?? word.match(/[aeiouy][^aeiouy]/);
  return found ? found.index + found[0].length : word.length;
}

function plural(word) {
  if (/sses$/.test(word)) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return new RegExp(`${V}.+s$`).test(word) ? word.slice(0, -1) : word;
}

function past(word, r1) {
  const eed = word.match(/eed(?:ly)?$/);
  if (eed) return eed.index >= r1 ? word.slice(0, eed.index + 2) : word;
  const end = word.match(/(?:ed|edly|ing|ingly)$/);
  if (!end || !new RegExp(V).test(word.slice(0, end.index))) return word;
  word = word.slice(0, end.index);
  if (/(?:at|bl|iz)$/.test(word)) return `${word}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) return word.slice(0, -1);
  return word.length <= r1 && isShort(word) ? `${word}e` : word;
}

function isShort(word) {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word);
}

function exchanged(word, endings, r1) {
  for (const [end, other] of endings) {
    if (!word.endsWith(end)) continue;
    const at = word.length - end.length;
    return at >= r1 ? word.slice(0, at) + other : word;
  }
  return word;
}
