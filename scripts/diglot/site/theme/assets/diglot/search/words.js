// What the search says, in the languages of its interface.

const ENGLISH = {
  search: "Search",
  label: "Search the texts",
  both: "In both languages",
  close: "Close",
  hint: "In the text of the pages, and in its translation: any form of a word, with or without vowel marks.",
  found: (pages) => `${pages} ${pages === 1 ? "page" : "pages"}`,
  morePages: "More pages",
  more: (passages) => `and ${passages} more ${passages === 1 ? "passage" : "passages"} on this page`,
  nothing: (query) => `Nothing found for «${query}».`,
  near: (words) => `«${words}» is not there. These words are near:`,
  apart: "No page has all of these words. These have some:",
  failed: "The search could not be loaded. Are you online?",
};

const ARABIC = {
  search: "بحث",
  label: "ابحث في النصوص",
  both: "باللغتين",
  close: "إغلاق",
  hint: "في نص الصفحات وفي ترجمتها، بأي صيغة للكلمة، بالتشكيل أو بدونه.",
  found: (pages) => counted(pages, "صفحة واحدة", "صفحتان", "صفحات", "صفحة"),
  morePages: "صفحات أخرى",
  more: (passages) => `وفي هذه الصفحة أيضاً ${counted(passages, "مقطع آخر", "مقطعان آخران", "مقاطع أخرى", "مقطعاً آخر")}`,
  nothing: (query) => `لم يُعثر على شيء عن «${query}».`,
  near: (words) => `لا وجود لكلمة «${words}». وهذه كلمات قريبة منها:`,
  apart: "لا توجد صفحة فيها كل هذه الكلمات. وهذه فيها بعضها:",
  failed: "تعذّر تحميل البحث. هل أنت متصل بالشبكة؟",
};

const RULES = new Intl.PluralRules("ar");

function counted(n, one, two, few, many) {
  if (n === 1) return one;
  if (n === 2) return two;
  return `${n} ${RULES.select(n) === "few" ? few : many}`;
}

export function wordsFor(language) {
  return language.startsWith("ar") ? ARABIC : ENGLISH;
}
