// Terms of the glossary: what they are called in the other language, beside the word, on hover, focus and
// tap. What is shown stands in the list at the end of the page, which also describes the words to screen
// readers.
//
// One stop of the Tab key for all terms of a page; the arrows go from term to term. Where sentences have the
// focus, the stop is at the terms of the sentence. Esc closes, and leaves the focus where it is.
(() => {
  "use strict";
  const article = document.querySelector(".md-content__inner");
  const list = article?.querySelector(".dg-terms");
  if (!list) return;
  const own = [...article.querySelectorAll(".dg-term")];
  const tip = document.createElement("div");
  /** Milliseconds in which the pointer may cross from the word to the box. */
  const ON_THE_WAY = 200, GAP = 6, EDGE = 8;
  let shown = null, leaving = 0;

  Object.assign(tip, { className: "dg-tip", hidden: true });
  tip.setAttribute("role", "tooltip");
  article.closest("main").append(tip);

  const noteOf = (term) => document.getElementById(term.hash.slice(1));
  const entryOf = (term) => noteOf(term)?.querySelector(".dg-term-entry a");

  function show(term, { at = null, isByKey = false } = {}) {
    const note = noteOf(term);
    clearTimeout(leaving);
    if (!note || (shown === term && !isByKey)) return;
    hide();
    shown = term;
    const copy = document.createElement("dl");
    copy.append(...note.cloneNode(true).childNodes);
    copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    copy.querySelectorAll("a").forEach((one) => { one.tabIndex = -1; });
    tip.replaceChildren(copy);
    if (isByKey && own.length > 1) {
      const keys = document.createElement("p");
      Object.assign(keys, { className: "dg-tip-keys", textContent: list.dataset.keys });
      tip.append(keys);
    }
    term.classList.add("dg-term-open");
    tip.hidden = false;
    place(term, at);
  }

  /** Below the word, or above it where there is no room; a word on two lines: at the line meant. */
  function place(term, at) {
    const lines = [...term.getClientRects()];
    const line = lines.find((one) => at && one.top <= at && at <= one.bottom) ?? lines[0];
    const width = document.documentElement.clientWidth;
    tip.style.left = tip.style.top = "0";
    const middle = line.left + line.width / 2 - tip.offsetWidth / 2;
    const left = Math.max(EDGE, Math.min(width - tip.offsetWidth - EDGE, middle));
    const needed = tip.offsetHeight + GAP;
    const isAbove = line.bottom + needed > floor() && line.top - needed > 0;
    const top = isAbove ? line.top - GAP - tip.offsetHeight : line.bottom + GAP;
    const origin = tip.getBoundingClientRect();
    tip.style.left = `${left - origin.left}px`;
    tip.style.top = `${top - origin.top}px`;
  }

  /** Where the page ends for the eye: on a telephone, at the bar with the ways to read. */
  function floor() {
    const top = document.querySelector(".dg-modes")?.getBoundingClientRect().top ?? 0;
    return top > innerHeight / 2 ? top : innerHeight;
  }

  function hide() {
    clearTimeout(leaving);
    shown?.classList.remove("dg-term-open");
    shown = null;
    tip.hidden = true;
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (shown !== document.activeElement && !tip.matches(":hover")) hide();
    }, ON_THE_WAY);
  }

  function stopAt(term) {
    for (const one of own) one.tabIndex = one === term ? 0 : -1;
  }

  const termOf = (event) => event.target.closest?.(".dg-term");
  const isOfMouse = (event) => event.pointerType !== "touch";

  article.addEventListener("pointerover", (event) => {
    const term = termOf(event);
    if (term && isOfMouse(event)) show(term, { at: event.clientY });
  });
  article.addEventListener("pointerout", (event) => {
    if (termOf(event) && isOfMouse(event)) leave();
  });
  tip.addEventListener("pointerleave", leave);
  article.addEventListener("focusin", (event) => {
    const term = termOf(event);
    const near = term ?? event.target.closest(".dg-s")?.querySelector(".dg-term");
    if (own.includes(near)) stopAt(near);
    if (term) show(term, { isByKey: term.matches(":focus-visible") });
  });
  article.addEventListener("focusout", (event) => {
    if (termOf(event)) leave();
  });
  article.addEventListener("click", (event) => {
    const term = termOf(event);
    if (!term || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const entry = entryOf(term);
    // Enter; a click or a tap only shows, and holds it.
    if (event.detail === 0 && entry) location.assign(entry.href);
    else show(term, { at: event.clientY });
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (shown && !tip.contains(target) && !shown.contains(target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) hide();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const from = own.indexOf(document.activeElement);
    if (!step || from < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = own[from + step * (document.documentElement.dir === "rtl" ? -1 : 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  for (const term of own) {
    const said = noteOf(term)?.querySelector("dd");
    if (!said) continue;
    said.id = `${term.hash.slice(1)}-said`;
    term.setAttribute("aria-describedby", said.id);
  }
  stopAt(own[0]);
})();
