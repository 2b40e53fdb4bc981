// The sentence under the pointer or the focus, marked in both languages. One stop of the Tab key for the
// whole text; the arrows go from sentence to sentence.

/** Follow pointer and focus in this element. */
export function followSentences(article) {
  const mark = (sentence) => {
    article.querySelectorAll(".dg-on").forEach((one) => one.classList.remove("dg-on"));
    const block = sentence?.closest(".dg[id]");
    if (!block || document.documentElement.dataset.dgReading === "one") return;
    for (const one of block.querySelectorAll(`[data-s="${sentence.dataset.s}"]`))
      if (one.closest(".dg[id]") === block) one.classList.add("dg-on");
  };
  const ofOwn = () => [...article.querySelectorAll(".dg[id] .dg-s")].filter((one) => !one.closest(".dg-other"));

  article.addEventListener("pointerover", ({ target, pointerType }) => {
    const sentence = target.closest(".dg-s");
    if (sentence || pointerType === "mouse") mark(sentence);
  });
  article.addEventListener("click", ({ target }) => {
    if (target.closest(".dg-s")) mark(target.closest(".dg-s"));
  });
  article.addEventListener("focusin", ({ target }) => mark(target.closest(".dg-s")));
  article.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = step ? ofOwn() : [];
    // Also from a term inside it.
    const at = all.indexOf(document.activeElement.closest(".dg-s"));
    const next = all[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    all[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  });
  ofOwn().forEach((one, n) => { one.tabIndex = n ? -1 : 0; });
}
