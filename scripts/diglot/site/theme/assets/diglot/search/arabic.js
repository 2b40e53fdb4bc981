// Which Arabic words are forms of one word. Nothing is cut off when the index is written; two words
// are compared when somebody searches, and each guess about a clitic or an ending has its cost. All
// words are folded.

const ARTICLE = 0.1;
/** What may be a clitic before a remainder of so many letters. */
const SINGLE = { 3: 0.5, 4: 0.25 };
const CHAIN = { 3: 0.8, 4: 0.5 };
const LONGER = 0.15;
const NEVER = 9;
const DOUBT = 1.5;
const SHORTEST = 3;
const LIKELY = 1.3;
const FRONTS = ["", "ال", "و", "ب", "ل", "ف", "ك"];
const ENDINGS = ["", "ه", "ات", "ين", "ون", "ان", "ا", "ي", "يه", "ها", "هم"];
const SHORT_ENDINGS = ["", "ه", "ات", "ته", "تين"];

const TA = /^ت./;
const FUTURE = /^س(?=[يتن]...)/;
const CONJUNCTION = "وف";
const PREPOSITION = "بلك";

/** What is short is less sure: «عملة» is no form of «عمل». */
const shortness = (stem, ending) =>
  stem.length < SHORTEST ? 0.3 : stem.length === SHORTEST && ending === "ه" ? 0.5 : 0;

export function makeArabic(rules) {
  const endings = Object.entries(rules.inflections);
  const possessives = endings.filter(([ending]) => rules.possessives.includes(ending));
  const fronts = new Set(rules.front), ends = new Set(rules.end);
  const article = new RegExp(`^(?:${rules.article.join("|")})..`);
  const ownArticle = new Set(rules.own_article), particles = new Set(rules.particles);
  const adjectives = new Set(rules.short_adjectives);

  /** What may stand before a word: [what is left, cost]. */
  function* withoutFront(word) {
    yield [word, 0];
    for (const article of rules.article)
      if (word.startsWith(article) && word.length - article.length >= 2)
        yield [word.slice(article.length), ARTICLE];
    yield* withoutSingle(word, SINGLE);
    if (CONJUNCTION.includes(word[0]) && PREPOSITION.includes(word[1]))
      yield* withoutSingle(word.slice(1), CHAIN);
    if (FUTURE.test(word)) yield [word.slice(1), SINGLE[4]];
  }

  function* withoutSingle(word, costs) {
    const left = word.slice(1);
    // «كسوف» is not «ك» before «سوف»: only «و» and «ف» stand before a particle.
    if (particles.has(left) && !CONJUNCTION.includes(word[0])) return;
    if (rules.single.includes(word[0]) && left.length >= SHORTEST)
      yield [left, costs[left.length] ?? LONGER];
  }

  /**
   * What may be the word itself, without clitics and endings: word → cost. A broken plural has no
   * endings but possessives.
   */
  function stems(word, hasArticle = () => false, isPlural = false) {
    const found = new Map();
    const add = (stem, cost) => {
      if (cost < (found.get(stem) ?? NEVER)) found.set(stem, cost);
    };
    for (const [left, cost] of withoutFront(word)) {
      const isSingle = cost > ARTICLE;
      // «الوزير» is attested, so the first letter of «وزير» is its own.
      const front = cost + (isSingle && hasArticle(word) ? DOUBT : 0);
      add(left, front + (isSingle && fronts.has(word) ? DOUBT : 0));
      if (ends.has(left)) continue;
      for (const [ending, price] of isPlural ? possessives : endings) {
        const stem = left.slice(0, -ending.length);
        if (!left.endsWith(ending) || stem.length < (price.short ? 2 : SHORTEST)) continue;
        const whole = word.slice(0, word.length - ending.length);
        // No pronoun stands with an article: «الشرطة» is no form of «شرط».
        const isTa = ending === "ه" && cost === ARTICLE && stem.length === SHORTEST && !adjectives.has(stem);
        const own = isTa || isSingle && (fronts.has(word) || fronts.has(whole) || fronts.has(`${whole}ه`));
        add(stem, front + price.cost + (own ? DOUBT : 0) + (shortness(stem, ending)));
        // Before an ending, ta marbuta is written ت: «أسرته» is «أسرة» more than «أسر».
        if (TA.test(ending)) add(`${stem}ه`, front + price.cost - 0.1 + (own ? DOUBT : 0));
      }
    }
    return found;
  }

  /** How far two words are from being forms of one word; up to 1.3 they are taken to be. */
  function distance(ours, word, hasArticle, isPlural) {
    let least = NEVER;
    for (const [stem, cost] of stems(word, hasArticle, isPlural)) {
      const other = ours.get(stem);
      if (other !== undefined) least = Math.min(least, cost + other);
    }
    return least;
  }

  /** Forms that a word is likely to have in the text, the likeliest first; their keys are looked at. */
  function* forms(ours) {
    const stems = [...ours].filter(([, cost]) => cost <= LIKELY).sort((a, b) => a[1] - b[1]);
    for (const front of FRONTS)
      for (const [stem] of stems) {
        const isFronted = article.test(stem);
        if (isFronted && front !== (ownArticle.has(stem) ? "ال" : "")) continue;
        for (const ending of stem.length < SHORTEST ? SHORT_ENDINGS : ENDINGS) yield front + stem + ending;
      }
  }

  /** The beginnings of a word that may be whole words: itself, and what stands after a clitic. */
  const bodies = (word) => [...withoutFront(word)].map(([left]) => left);

  return { stems, distance, forms, bodies };
}
