// Which words of the text a word of the query stands for, and how surely.

import { isArabic, isNumber } from "./folding.js";
import { makeArabic } from "./arabic.js";
import * as english from "./english.js";

/** Up to here two words are taken to be forms of one; up to the next, to be near. */
const MATCH = 1.3;
const NEAR = 2.1;
/** Keys that are looked at for a word, and for each other member of its family. */
const KEYS = 4;
/** What another member of a family (a broken plural, an irregular verb) costs. */
const FAMILY = 0.15;
/** What it costs where only the shape says so. */
const SHAPE = 0.35;
/** Up to this cost of clitics and endings the shape of what is left is looked at. */
const SURE = 0.3;
const BEGINNING = 1.8;
const MISSPELT = 2;

export function makeMatching(rules, folding) {
  const folded = (text) => [...folding.words(text)].map(({ word }) => word).join("");
  const lists = ["front", "end", "own_article", "particles", "short_adjectives"].map((name) => [name, rules[name].map(folded)]);
  const arabic = makeArabic({ ...rules, ...Object.fromEntries(lists) });
  const families = new Map();
  for (const family of rules.families.map((words) => words.map(folded)))
    for (const word of family) families.set(word, new Set([...(families.get(word) ?? []), ...family]));

  const shapes = rules.plural_shapes.flatMap(([one, singular, other, plural]) =>
    [[new RegExp(one), plural], [new RegExp(other), singular]]);

  /** Broken plurals and singulars that a word may have by its shape: «قبيله», «قبايل». */
  const shaped = (word) => shapes.flatMap(([shape, others]) =>
    shape.test(word) ? others.map((other) => word.replace(shape, other)) : []);

  /** A word of the query in all that it may be: [word, stems, cost]. */
  function readings(word) {
    if (!isArabic(word)) return [[word, null, 0], ...others(word, [[word, 0]])];
    const stems = arabic.stems(word);
    // Also with the ending of a singular that was taken off: «مدرستهم» is a «مدرسه».
    const all = [...stems].flatMap(([stem, cost]) =>
      word.endsWith(stem) ? [[stem, cost]] : [[stem, cost], [`${stem}ه`, cost + 0.1], [`${stem}ي`, cost + 0.2]]);
    return [[word, stems, 0], ...others(word, all)
      .map(([other, , cost]) => [other, new Map([[other, 0]]), cost])];
  }

  function others(word, stems) {
    const found = new Map();
    const add = (other, cost) => {
      if (other !== word) found.set(other, Math.min(found.get(other) ?? 9, cost));
    };
    for (const [stem, cost] of stems) {
      if (cost <= MATCH - 2 * FAMILY) for (const other of families.get(stem) ?? []) add(other, FAMILY + cost);
      if (cost <= SURE && isArabic(stem)) for (const other of shaped(stem)) add(other, SHAPE + cost);
    }
    return [...found].map(([other, cost]) => [other, null, cost]);
  }

  function keys([word, stems]) {
    if (isNumber(word)) return [folding.key(word)];
    const found = new Set([folding.key(word)]);
    for (const form of isArabic(word) ? arabic.forms(stems) : english.forms(word)) {
      if (found.size >= KEYS) break;
      found.add(folding.key(form));
    }
    return [...found];
  }

  /** The words filed in a language that match, and those that are near; each with its cost. */
  async function matches(word, language, index, isLast) {
    const groups = new Map();
    const wanted = readings(word);
    await Promise.all(wanted.map(async (reading) => {
      for (const key of keys(reading)) if (!groups.has(key)) groups.set(key, index.filed(key, language));
      for (const key of keys(reading)) await groups.get(key);
    }));
    const filed = (await Promise.all(groups.values())).flat();
    const attested = new Set(filed.map((entry) => entry.word));
    const hasArticle = (one) => ["ال", "وال", "بال"].some((article) => attested.has(article + one)) ||
      attested.has(`لل${one}`);
    const found = [];
    for (const entry of filed) {
      let cost = 9;
      for (const reading of wanted) cost = Math.min(cost, costOf(reading, entry.word, hasArticle));
      if (cost > NEAR) cost = Math.min(cost, resemblance(word, entry.word, isLast, arabic));
      if (cost <= NEAR) found.push({ ...entry, cost, isNear: cost > MATCH });
    }
    return found;
  }

  function costOf([word, stems, cost], other, hasArticle) {
    if (word === other) return cost;
    if (isNumber(word) || isNumber(other) || isArabic(word) !== isArabic(other)) return 9;
    return cost + (isArabic(word)
      ? arabic.distance(stems, other, hasArticle, cost > 0)
      : english.distance(word, other));
  }

  return { matches };
}

/** Words that are not the one that was looked for, but may be meant: it is not typed to its end, or misspelt. */
function resemblance(word, other, isLast, arabic) {
  if (isNumber(word)) return 9;
  const bare = (one) => one.replace(/^(?:[وف]?(?:[بك]?ال|لل))(?=...)/, "");
  const [ours, theirs] = [bare(word), bare(other)];
  const bodies = ours.length > 3 && isArabic(other) ? arabic.bodies(other) : [theirs];
  if (isLast && ours.length >= 3 && bodies.some((body) => body.startsWith(ours))) return BEGINNING;
  return ours.length >= 5 && isOneApart(ours, theirs) ? MISSPELT : 9;
}

/** Whether one letter is another, missing, too much, or two have changed places. */
function isOneApart(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0, end = 0;
  while (start < one.length && one[start] === other[start]) start++;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const a = one.slice(start, one.length - end), b = other.slice(start, other.length - end);
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && a[0] === b[1] && a[1] === b[0]);
}
