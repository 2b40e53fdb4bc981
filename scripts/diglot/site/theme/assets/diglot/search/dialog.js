// The dialog: a field, a switch, what was found.

import { makeFolding } from "./folding.js";
import { makeMatching } from "./matching.js";
import { makeFinder } from "./finding.js";
import { openIndex } from "./pieces.js";
import { make, shownPage } from "./showing.js";
import { wordsFor } from "./words.js";

const PAUSE = 120;
const REMEMBERED = "dg-search-both";

/** `address` is the folder of the index, `search/` of the site. */
export function makeDialog(address) {
  const language = document.documentElement.lang || "en";
  const words = wordsFor(language);
  const parts = drawn(words);
  let engine, run = 0, timer;

  const load = () => (engine ??= ready(address).catch((error) => {
    engine = undefined;
    throw error;
  }));

  async function search() {
    const query = parts.field.value.trim();
    const own = ++run;
    if (!query) return void clear(words.hint);
    parts.dialog.setAttribute("aria-busy", "true");
    try {
      await answer(query, () => own === run);
    } catch (error) {
      if (own === run) clear(words.failed);
      console.error(error);
    }
    if (own === run) parts.dialog.removeAttribute("aria-busy");
  }

  async function answer(query, isCurrent) {
    const { index, folding, finder, base } = await load();
    const others = index.languages.filter((one) => one !== language);
    const isBoth = parts.both.checked;
    const found = await finder.find(query, isBoth ? [language, ...others] : [language], isBoth ? [] : others);
    const about = { marks: found.marks, folding, base, across: finder.across, words };
    const items = async (from) => Promise.all(
      (await finder.read(found, query, from)).map((page) => shownPage(page, about)));
    const first = await items(0);
    if (!isCurrent()) return;
    parts.status.textContent = said(query, found, first.length);
    parts.list.replaceChildren(...first, ...more(found.pages.length, first.length, items));
    parts.list.classList.toggle("dg-near", found.isNear);
    parts.dialog.dataset.query = query;
  }

  function said(query, { isNear, missing, pages }, shown) {
    if (!shown) return words.nothing(query);
    if (isNear) return missing.length ? words.near(missing.join(" ")) : words.apart;
    return words.found(pages.length);
  }

  /** A button for the pages that are not shown yet; none where all are. */
  function more(count, shown, items) {
    if (count <= shown) return [];
    const item = make("li", { className: "dg-found-rest" });
    const button = make("button", { type: "button", textContent: words.morePages });
    button.addEventListener("click", async () => {
      const next = await items(shown);
      item.replaceWith(...next, ...more(count, shown + next.length, items));
      next[0]?.querySelector("a").focus();
    });
    item.append(button);
    return [item];
  }

  function clear(text) {
    parts.status.textContent = text;
    parts.list.replaceChildren();
    parts.dialog.removeAttribute("aria-busy");
    delete parts.dialog.dataset.query;
  }

  const soon = () => { clearTimeout(timer); timer = setTimeout(search, PAUSE); };
  // Also while an input method composes: on telephones, Arabic words are composed to their end.
  parts.field.addEventListener("input", soon);
  parts.field.addEventListener("compositionend", soon);
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  parts.both.checked = localStorage.getItem(REMEMBERED) === "yes";
  parts.both.addEventListener("change", () => {
    localStorage.setItem(REMEMBERED, parts.both.checked ? "yes" : "no");
    search();
  });
  parts.close.addEventListener("click", () => parts.dialog.close());
  parts.dialog.addEventListener("keydown", (event) => moved(event, parts));
  parts.dialog.addEventListener("click", (event) => {
    // Beside the dialog, or on a link: one on this page only moves it.
    if (event.target === parts.dialog || event.target.closest("a")) parts.dialog.close();
  });
  clear(words.hint);

  return {
    open() {
      parts.dialog.showModal();
      parts.field.focus();
      parts.field.select();
      load().catch(() => {});
    },
  };
}

async function ready(address) {
  const index = await openIndex(address);
  const rules = await index.rules();
  const folding = makeFolding(rules);
  const finder = makeFinder(index, folding, makeMatching(rules, folding));
  return { index, folding, finder, base: new URL("..", address) };
}

function drawn(words) {
  const dialog = make("dialog", { className: "dg-search" });
  dialog.setAttribute("aria-label", words.search);
  const form = make("form", { className: "dg-search-form" });
  form.setAttribute("role", "search");
  const field = make("input", {
    type: "search", className: "dg-search-field", dir: "auto", placeholder: words.label, autocomplete: "off",
    spellcheck: false, enterKeyHint: "search",
  });
  field.setAttribute("aria-label", words.label);
  field.setAttribute("autocapitalize", "off");
  const close = make("button", { type: "button", className: "dg-search-close", textContent: words.close });
  const both = make("input", { type: "checkbox" });
  const label = make("label", { className: "dg-search-both" });
  label.append(both, ` ${words.both}`);
  const status = make("p", { className: "dg-search-status" });
  status.setAttribute("role", "status");
  const list = make("ol", { className: "dg-search-found" });
  form.append(field, close, label);
  dialog.append(form, status, list);
  document.body.append(dialog);
  return { dialog, form, field, close, both, status, list };
}

/** Arrows go from the field through the results and back. */
function moved(event, { dialog, field }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  const stops = [field, ...dialog.querySelectorAll(".dg-search-found :is(a, button)")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
