// The way to read that the reader has chosen, remembered. The other language is loaded when it is
// wanted, and not before.
(() => {
  "use strict";
  const here = document.currentScript.src;
  const modes = document.querySelector(".dg-modes");
  const root = document.documentElement;
  const turn = modes.querySelector(".dg-turn");
  const REMEMBERED = "dg-reading", TURNED = "dg-turned";
  let module, run = 0;

  async function read(mode) {
    const own = ++run;
    const status = modes.querySelector("[role=status]");
    status.textContent = "";
    try {
      if (mode !== "one") module ??= await import(new URL("reading/pages.js", here));
      if (own === run) await module?.show(mode, modes.dataset, () => own === run);
    } catch (error) {
      console.error(error);
      if (own !== run) return;
      status.textContent = modes.dataset.failed;
      module?.show("one", modes.dataset, () => true);
      choose("one");
    }
  }

  function choose(mode) {
    const input = modes.querySelector(`[value="${mode}"]`);
    if (input) input.checked = true;
  }

  modes.addEventListener("change", ({ target }) => {
    localStorage.setItem(REMEMBERED, target.value);
    read(target.value);
  });
  function turned(isTurned) {
    turn.setAttribute("aria-pressed", isTurned);
    root.toggleAttribute("data-dg-turned", isTurned);
  }

  turn.addEventListener("click", () => {
    const isTurned = !root.hasAttribute("data-dg-turned");
    localStorage.setItem(TURNED, isTurned ? "yes" : "no");
    turned(isTurned);
  });
  turned(localStorage.getItem(TURNED) === "yes");
  const remembered = CSS.escape(localStorage.getItem(REMEMBERED) ?? "one");
  const mode = modes.querySelector(`[value="${remembered}"]`) ? remembered : "one";
  // Also «one»: Firefox keeps over a reload what was chosen, perhaps in another window since.
  choose(mode);
  if (mode !== "one") read(mode);
})();
