// What the banner says, in the other language too: whoever reads both is told in both.

/** Put the words of the other page's banner into this one; `there` has them with `lang` and `dir`. */
export function speak(banner, there) {
  const own = [...banner.querySelectorAll(":scope > .dg-banner-text")];
  if (!own.length || !there?.texts.length) return;
  const pair = made("dg-banner-pair"), ours = made("dg-banner-own"), theirs = made("dg-banner-other");
  Object.assign(theirs, { lang: there.lang, dir: there.dir });
  theirs.append(...there.texts.map((text) => document.importNode(text, true)));
  own[0].before(pair);
  for (let node = pair.nextSibling, next; node; node = next) {  // with the blanks between them
    next = node.nextSibling;
    ours.append(node);
    if (node === own.at(-1)) break;
  }
  pair.append(ours, theirs);
}

/** The banner as it was. */
export function hush(banner) {
  const pair = banner.querySelector(":scope > .dg-banner-pair");
  pair?.replaceWith(...pair.querySelector(".dg-banner-own").childNodes);
}

function made(className) {
  return Object.assign(document.createElement("div"), { className });
}
