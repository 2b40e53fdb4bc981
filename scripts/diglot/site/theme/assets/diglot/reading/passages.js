// One passage and its translation: put together, and taken apart again.
//
//   block > .dg-pair > .dg-own (the sentences as they were) + .dg-other (those of the other language)
//
// Sentence by sentence: as many pairs as there are pieces. Markers, marks and inner lists stay children
// of the block, where their styles expect them.

const SENTENCES = ":scope > :is(.dg-s, bdi):is(.dg-s, :has(.dg-s))";

/** Put the other language into a block; `there` is its block on the other page, if it has one. */
export function wrap(block, there, mode, words) {
  const pieces = [...block.querySelectorAll(SENTENCES)];
  const others = there ? [...there.block.querySelectorAll(SENTENCES)] : [];
  // What waits for its translation is the same text on both pages; it is not said twice.
  const isSame = textOf(pieces) === textOf(others);
  if (!pieces.length || !others.length || isSame) {
    if (pieces.length && isSame) block.classList.add("dg-waits");
    if (pieces.length && isSame && mode === "side") pair(pieces, []);
    return;
  }
  if (mode === "lines" && pieces.length > 1) {
    for (const piece of pieces) {
      const numbers = numbersOf([piece]);
      const own = others.filter((one) => numbersOf([one]).some((n) => numbers.includes(n)));
      pair([piece], translated(own, there));
    }
    return;
  }
  const made = pair(pieces, translated(others, there));
  if (mode === "side" && block.matches("li"))
    made.querySelector(".dg-other").dataset.marker = there.block.querySelector(":scope > .dg-m")?.textContent.trim() ?? "\u2022";
  if (mode === "reveal") addButton(block, made, words);
}

/** The block as it was. */
export function unwrap(block) {
  block.classList.remove("dg-waits");
  block.querySelectorAll(":scope > .dg-reveal").forEach((button) => button.remove());
  for (const pair of block.querySelectorAll(":scope > .dg-pair"))
    pair.replaceWith(...pair.querySelector(".dg-own").childNodes);
}

function pair(pieces, others) {
  const made = document.createElement("span");
  made.className = "dg-pair";
  const own = document.createElement("span");
  own.className = "dg-own";
  pieces[0].before(made);
  made.append(own);
  const last = pieces.at(-1);
  // With the blanks between them.
  for (let node = made.nextSibling, next; node; node = next) {
    next = node.nextSibling;
    own.append(node);
    if (node === last) break;
  }
  made.append(...others);
  return made;
}

function translated(pieces, { lang, dir }) {
  if (!pieces.length) return [];
  const other = document.createElement("span");
  Object.assign(other, { className: "dg-other", lang, dir });
  pieces.forEach((piece, n) => other.append(n ? " " : "", document.importNode(piece, true)));
  // A term is explained by the notes of this page; Tab stops at those of its own text only.
  for (const term of other.querySelectorAll(".dg-term"))
    if (document.getElementById(term.hash.slice(1))) term.tabIndex = -1;
    else term.replaceWith(...term.childNodes);
  return [other];
}

function addButton(block, made, words) {
  const button = document.createElement("button");
  const other = made.querySelector(".dg-other");
  const set = (isOpen) => {
    other.hidden = !isOpen;
    button.setAttribute("aria-expanded", isOpen);
    button.textContent = isOpen ? words.hide : words.show;
  };
  button.type = "button";
  button.className = "dg-reveal";
  button.addEventListener("click", () => set(other.hidden));
  set(false);
  made.after(button);
}

const numbersOf = (pieces) => pieces.flatMap((piece) =>
  [piece, ...piece.querySelectorAll(".dg-s")].map((one) => one.dataset.s).filter(Boolean));

const textOf = (pieces) => pieces.map((piece) => piece.textContent.trim()).join(" ");
