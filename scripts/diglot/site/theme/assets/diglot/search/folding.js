// Words as search sees them; the same as scripts/diglot/steps/search/folding.py, with the places of
// the words in the text besides. A test compares the two.

const ARABIC = "\\u0620-\\u064a\\u066e-\\u06d3\\u06d5\\u06fa-\\u06ff";
const LETTER = "(?:(?![\\u0600-\\u06ff])[\\p{L}\\p{Nl}\\p{No}])";
const OTHER = `${LETTER}+`;
/** Of several alternatives: «G.D.P.» is one word. */
const WORD = new RegExp(
  `[0-9]+(?:[.,'\\u066b\\u066c][0-9]+)*|[${ARABIC}]+|(?<!${LETTER})${LETTER}(?:\\.${LETTER})+(?!${LETTER})` +
  `|${OTHER}(?:'${OTHER})*`, "gu");
const HYPHEN = /[-\u2010]/;
const HYPHENED = new RegExp(`${OTHER}(?:[-\\u2010]${OTHER})+`, "gu");
const HYPHENS_IN_WORD = 2;
const SEPARATOR = /[.,'\u066b\u066c]/;
const LEFT_OUT = /[\p{M}\p{Cf}]/u;
const SHORTEST = 3;
const LATIN_KEY = 4;

/** What is folded to what; `rules` is `search/rules.json`. */
export function makeFolding(rules) {
  const digits = new Map();
  for (const zero of rules.zeros)
    for (let n = 0; n < 10; n++) digits.set(String.fromCodePoint(zero + n), String(n));

  const foldedCharacter = (character) => {
    let folded = "";
    const taken = (rules.before[character] ?? character).normalize("NFKD").toLowerCase();
    for (const part of taken)
      folded += rules.letters[part] ?? digits.get(part) ?? (LEFT_OUT.test(part) ? "" : part);
    return folded;
  };

  /**
   * Each word of a text with the place where it begins and ends; `whole`: the word that it is part of
   * with its hyphens, written as one.
   */
  function* words(text) {
    let folded = "";
    const starts = [], ends = [];
    let at = 0;
    for (const character of text) {
      const next = at + character.length;
      const letters = foldedCharacter(character);
      // A mark belongs to the letter before it.
      if (!letters && ends.length) ends[ends.length - 1] = next;
      folded += letters;
      for (let i = 0; i < letters.length; i++) { starts.push(at); ends.push(next); }
      at = next;
    }
    const wholes = hyphened(folded);
    for (const { 0: found, index } of folded.matchAll(WORD)) {
      const place = { start: starts[index], end: ends[index + found.length - 1] };
      const whole = wholes.find(({ from, to }) => from <= index && index < to)?.whole;
      for (const word of shaped(found, rules.spellings)) yield { word, whole, ...place };
    }
  }

  const left = `.{${SHORTEST}}`;
  const article = new RegExp(`^(?:${rules.article.join("|")})(?=${left})`, "u");
  const ending = new RegExp(`(?<=${left})(?:${rules.endings.join("|")})$`, "u");
  const latinEnding = new RegExp(`(?<=${left})(?:${rules.latin_endings.join("|")})$`, "u");

  function key(word) {
    if (isNumber(word)) return `#${word}`;
    if (isArabic(word)) return withoutFront(word).slice(0, SHORTEST);
    return [...word.replace(latinEnding, "")].slice(0, LATIN_KEY).join("");
  }

  function withoutFront(word) {
    word = word.replace(article, "");
    let core = word;
    for (let shorter; (shorter = core.replace(ending, "")) !== core;) core = shorter;
    let clitics = 0;
    for (const some of ["وف", "بلك"])
      if (some.includes(word[clitics]) && core.length - clitics > SHORTEST) clitics++;
    return word.slice(clitics);
  }

  return { words, key };
}

export const isNumber = (word) => /^[0-9]/.test(word);
export const isArabic = (word) => /^[\u0600-\u06ff]/.test(word);

/** In which of `count` pieces a key is: FNV-1a, 32 bits. */
export function pieceOf(key, count) {
  let found = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) found = Math.imul(found ^ byte, 0x01000193) >>> 0;
  return found % count;
}

function hyphened(folded) {
  return [...folded.matchAll(HYPHENED)]
    .map(({ 0: found, index }) => ({ parts: found.split(HYPHEN), from: index, to: index + found.length }))
    .filter(({ parts }) => parts.length <= HYPHENS_IN_WORD + 1)
    .map(({ parts, from, to }) => ({ whole: parts.join(""), from, to }));
}

function shaped(found, spellings) {
  if (isNumber(found)) return numbers(found);
  if (isArabic(found)) {
    const single = found.replace(/([او])\1+/g, "$1");
    return [Object.entries(spellings).reduce((word, [one, other]) => word.replaceAll(one, other), single)];
  }
  return [found.replace(/'s$/, "").replace(/['.]/g, "")];
}

function numbers(text) {
  const parts = text.split(SEPARATOR);
  const fraction = parts.length > 1 && parts.at(-1).length !== 3 ? parts.at(-1) : null;
  const whole = fraction === null ? parts : parts.slice(0, -1);
  const isGrouped = whole.slice(1).every((part) => part.length === 3);
  if (!isGrouped || (whole.length > 1 && whole[0].length > 3)) return parts;
  return [whole.join("") + (fraction === null ? "" : `.${fraction}`)];
}
