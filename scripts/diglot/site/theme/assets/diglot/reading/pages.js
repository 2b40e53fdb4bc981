// The passages of this page together with those of its counterpart in the other language. What is added
// is taken out again before another way is shown: with one language, the page is as it was.

import { hush, speak } from "./banner.js";
import { wrap, unwrap } from "./passages.js";
import { followSentences } from "./sentences.js";
import { mark as markStanding, unmark } from "./standing.js";

/** Below the header: where the eye reads. */
const READING_LINE = 160;
const BLOCKS = ".md-content__inner .dg[id]";
const BANNER = ".md-content__inner .dg-banner";

let other, isFollowing = false;

/** Show the page in this way, and leave the passage that is being read where it is. */
export async function show(mode, words, isCurrent) {
  const there = mode === "one" ? null : await counterpart();
  if (there) await fonts();
  if (!isCurrent()) return;
  const held = passageInView();
  const top = held?.getBoundingClientRect().top;
  const blocks = [...document.querySelectorAll(BLOCKS)];
  blocks.forEach((block) => { unwrap(block); unmark(block); });
  const banner = document.querySelector(BANNER);
  if (banner) hush(banner);
  document.documentElement.dataset.dgReading = mode;
  if (banner && (mode === "side" || mode === "lines")) speak(banner, there.banner);
  if (there) for (const block of blocks) {
    wrap(block, there.get(block.id), mode, words);
    if (there.has(block.id)) markStanding(block, there.get(block.id));
  }
  if (held && (scrollY > 0 || location.hash))
    scrollBy({ top: held.getBoundingClientRect().top - top, behavior: "instant" });
  if (!isFollowing) followSentences(document.querySelector(".md-content__inner"));
  isFollowing = true;
}

/**
 * The faces of both scripts, before a letter is set in them: a face that comes later is not used on this
 * page (`font-display: optional`). Nobody waits for them longer than a second.
 */
function fonts() {
  const faces = [["Diglot Naskh", "ع."], ["Diglot Figures", "1"], ["Diglot Serif", "a"]];
  const loaded = faces.map(([face, letters]) => document.fonts.load(`1em "${face}"`, letters));
  return Promise.race([
    Promise.allSettled(loaded),
    new Promise((resolve) => setTimeout(resolve, 1000)),
  ]);
}

/** The passages of the page in the other language, by their anchor. */
function counterpart() {
  other ??= load().catch((error) => {
    other = undefined;
    throw error;
  });
  return other;
}

async function load() {
  const link = document.querySelector(".dg-mark-other[href]");
  if (!link) return new Map();
  const url = new URL(link.href);
  url.hash = "";
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const { lang, dir } = page.documentElement;
  const found = new Map();
  for (const block of page.querySelectorAll(BLOCKS))
    found.set(block.id, { block, lang: block.lang || lang, dir: block.getAttribute("dir") || dir });
  const banner = page.querySelector(BANNER);
  const texts = [...(banner?.querySelectorAll(":scope > .dg-banner-text") ?? [])];
  found.banner = { texts, lang: banner?.lang || lang, dir: banner?.dir || dir };
  return found;
}

/** The passage that a link has led to, if it is in view; otherwise the first at the reading line. */
function passageInView() {
  // As it stands: our anchors are ASCII, and another address need not be one that can be decoded.
  const linked = document.getElementById(location.hash.slice(1));
  const isSeen = (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  if (linked?.matches(".dg") && isSeen(linked)) return linked;
  return [...document.querySelectorAll(BLOCKS)].find((block) =>
    block.getBoundingClientRect().bottom > READING_LINE);
}
