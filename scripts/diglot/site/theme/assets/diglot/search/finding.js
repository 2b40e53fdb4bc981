// From a query to pages with passages, the best first.

/** Pages whose text is read to bring them into their last order. */
const READ = 10;
const MOST_WORDS = 12;
const TITLE = 1.5;
const WHOLE = 1.6;
const PHRASE = 2;
/** Up to this cost it is the word itself, at most with an article or a clitic before it. */
const ITSELF = 0.26;
const SURE = 1.8;
/** What a passage counts that was found by its translation. */
const ACROSS = 0.9;

export function makeFinder(index, folding, matching) {
  /**
   * `shown`: the languages of the pages to look in; `beside`: languages whose text, where it is the
   * translation of a passage, leads to it as well.
   */
  async function find(query, shown, beside) {
    // Each word once, with the spelling of the reader.
    const typed = new Map(), wholes = new Map();
    for (const { word, whole, start, end } of folding.words(query)) {
      typed.set(word, query.slice(start, end));
      wholes.set(word, whole);
    }
    const words = [...typed.keys()].slice(0, MOST_WORDS);
    const languages = [...new Set([...shown, ...beside])];
    const terms = await Promise.all(words.map(async (word, n) => ({
      word: typed.get(word),
      matches: new Map(await Promise.all(languages.map(async (language) =>
        [language, await standing(word, wholes.get(word), language, n === words.length - 1)]))),
    })));
    for (const language of shown) await weigh(terms, [language, ...beside.filter((one) => one !== language)]);
    return decide(terms, shown, beside);
  }

  /** What a word stands for: also the word of which it is part, as «co» of «co-operation» is. */
  async function standing(word, whole, language, isLast) {
    const own = await matching.matches(word, language, index, isLast);
    if (!whole) return own;
    const joined = (await matching.matches(whole, language, index)).filter(({ isNear }) => !isNear);
    const better = (one) => joined.every((other) => other.word !== one.word || other.cost > one.cost);
    const kept = own.filter(better);
    return [...kept, ...joined.filter((one) => kept.every(({ word }) => word !== one.word))];
  }

  /** For each term the passages that have it: page → passage → {weight, language}. */
  async function weigh(terms, languages) {
    const own = languages[0];
    const isRare = (term) => matched(term, languages).length &&
      matched(term, languages).every(({ isFrequent }) => !isFrequent);
    const isAnyRare = terms.some(isRare);
    for (const term of terms) {
      term.pages ??= new Map();
      const listed = matched(term, languages);
      term.isMissing ??= new Map();
      term.isMissing.set(own, !listed.some(({ isNear }) => !isNear));
      const used = listed.filter(({ isNear, isFrequent }) =>
        isNear === term.isMissing.get(own) && !(isFrequent && isAnyRare));
      term.isLeftOut = listed.length > 0 && !used.length;
      term.pages.set(own, await passages(used, own));
    }
  }

  function matched(term, languages) {
    return languages.flatMap((language) =>
      term.matches.get(language).map((entry) => ({ ...entry, language })));
  }

  async function passages(entries, own) {
    const found = new Map();
    await Promise.all(entries.map(async (entry) => {
      const weight = (1 / (1 + 2 * entry.cost ** 2)) * (entry.language === own ? 1 : ACROSS);
      const isItself = entry.cost <= ITSELF;
      for (const [page, passages] of await entry.postings()) {
        if (!found.has(page)) found.set(page, new Map());
        for (const passage of passages) {
          const before = found.get(page).get(passage);
          if (!before || before.weight < weight)
            found.get(page).set(passage, { weight, isItself, language: entry.language });
        }
      }
    }));
    return found;
  }

  /** All pages that have all words; where there are none, those that have most of them, as near. */
  function decide(terms, shown, beside) {
    const answers = shown.map((language) => {
      const counted = terms.filter((term) => !term.isLeftOut);
      const missing = counted.filter((term) => term.isMissing.get(language));
      const pages = candidates(counted, language);
      const whole = pages.filter(({ count }) => count === counted.length);
      const isNear = missing.length > 0 || !whole.length;
      return { language, missing: missing.map(({ word }) => word), isNear, pages: whole.length ? whole : most(pages) };
    });
    // What is there in one language is the answer; what is near in the other would only confuse.
    const isFound = answers.some(({ isNear, pages }) => !isNear && pages.length);
    const kept = answers.filter(({ isNear }) => !(isFound && isNear));
    return {
      isNear: !isFound,
      missing: kept.every(({ missing }) => missing.length) ? kept[0].missing : [],
      pages: kept.flatMap(({ pages }) => pages).sort(inOrder),
      marks: marks(terms, isFound),
    };
  }

  function candidates(terms, language) {
    const pages = new Map();
    for (const term of terms) {
      const found = term.pages.get(language);
      const size = [...found.keys()].filter((number) => !index.last.has(number)).length;
      const rarity = Math.log(1 + (index.pages - index.last.size - size + 0.5) / (size + 0.5));
      for (const [number, passages] of found) {
        if (!pages.has(number)) pages.set(number, { number, language, count: 0, sure: 0, passages: new Map() });
        const page = pages.get(number);
        page.count++;
        page.sure += [...passages.values()].some(({ isItself }) => isItself);
        for (const [at, hit] of passages) {
          if (!page.passages.has(at)) page.passages.set(at, { at, score: 0, count: 0, languages: new Set() });
          const passage = page.passages.get(at);
          passage.score += rarity * hit.weight;
          passage.count++;
          passage.languages.add(hit.language);
        }
      }
    }
    for (const page of pages.values()) if (index.last.has(page.number)) entriesOnly(page);
    return [...pages.values()].map((page) => scored(page, terms.length));
  }

  function most(pages) {
    const best = Math.max(0, ...pages.map(({ count }) => count));
    return pages.filter(({ count }) => count === best);
  }

  function marks(terms, isFound) {
    const words = new Map();
    for (const term of terms)
      for (const [language, entries] of term.matches)
        for (const { word, isNear } of entries)
          if (!isNear || !isFound || isMissing(term)) {
            if (!words.has(language)) words.set(language, new Set());
            words.get(language).add(word);
          }
    return words;
  }

  /** The next pages again, with their texts: where the words stand side by side counts more. */
  async function read(answer, query, from = 0) {
    const wanted = [...folding.words(query)].map(({ word }) => word);
    const first = await Promise.all(answer.pages.slice(from, from + READ).map(async (page) => {
      const texts = await index.page(page.number, page.language);
      const own = new Map(texts.passages.map(([at, anchor, text]) => [at, { anchor, text }]));
      for (const passage of page.passages)
        if (wanted.length > 1 && own.has(passage.at) && isPhrase(own.get(passage.at).text, wanted))
          passage.score *= PHRASE;
      page.passages = page.passages.filter(({ at }) => own.has(at));
      return { ...scoredAgain(page), texts, own };
    }));
    return first.filter(({ passages }) => passages.length)
      .sort(inOrder);
  }

  function inOrder(a, b) {
    return index.last.has(a.number) - index.last.has(b.number) || b.score - a.score || a.number - b.number;
  }

  /** A list of words has every word somewhere: what counts is how many one entry has. */
  function entriesOnly(page) {
    page.count = Math.max(...[...page.passages.values()].map(({ count }) => count));
    for (const [at, { count }] of page.passages) if (count < page.count) page.passages.delete(at);
  }

  function isPhrase(text, wanted) {
    const words = [...folding.words(text)].map(({ word }) => word);
    return words.some((_, at) => wanted.every((word, n) => words[at + n]?.includes(word)));
  }

  const across = (page, language) => index.page(page.number, language);

  return { find, read, across };
}

const isMissing = (term) => [...term.isMissing.values()].every(Boolean);

function scored(page, count) {
  const passages = [...page.passages.values()];
  for (const passage of passages)
    passage.score *= (passage.at === 0 ? TITLE : 1) * (passage.count === count ? WHOLE : 1);
  return scoredAgain({ ...page, passages, factor: page.sure === count ? SURE : 1 });
}

function scoredAgain(page) {
  const passages = page.passages.toSorted((a, b) => b.score - a.score || a.at - b.at);
  const [first = 0, ...others] = passages.slice(0, 9).map(({ score }) => score);
  const score = page.factor * (first + 0.08 * others.reduce((sum, one) => sum + one, 0));
  return { ...page, passages, score };
}
