// What the translation of a passage is (a draft, reviewed …), said at the passage of the original too while
// the translation stands there: with the mark that it has on its own page, in the words of this one.

const STANDINGS = ["untranslated", "held", "stale", "draft", "edited", "reviewed"];

/** Mark a block of the original; `there` is its block on the page of the translation. */
export function mark(block, there) {
  if (!block.classList.contains("source")) return;
  const standing = STANDINGS.find((one) => there.block.classList.contains(one));
  const line = lineOf(block);
  const other = line.querySelector(":scope > .dg-mark > .dg-mark-other[title]");
  if (!standing || !other) return;
  for (const one of new Set([block, line])) one.classList.replace("source", standing);
  const link = document.createElement("a");
  const word = document.createElement("span");
  Object.assign(link, { className: "dg-mark-state", href: `#${block.id}` });
  Object.assign(word, { className: "dg-mark-word", textContent: other.title });
  link.append(word);
  other.before(link, " ");
  block.dataset.standing = standing;
}

/** The block as it was. */
export function unmark(block) {
  const { standing } = block.dataset;
  if (!standing) return;
  const line = lineOf(block);
  for (const one of new Set([block, line])) one.classList.replace(standing, "source");
  const link = line.querySelector(":scope > .dg-mark > .dg-mark-state");
  link.nextSibling.remove();
  link.remove();
  delete block.dataset.standing;
}

/** Where the mark of a block stands: in it, or in the line below a heading. */
function lineOf(block) {
  const next = block.nextElementSibling;
  return next?.matches(".dg-mark-line") ? next : block;
}
