// Opens the search: the button in the header, and the keys «/» and «s». All else is loaded when a
// reader searches, and not before.
(() => {
  "use strict";
  const here = document.currentScript.src;
  const button = document.querySelector(".dg-search-open");
  if (!button) return;
  let dialog;

  const open = async () => {
    dialog ??= import(new URL("search/dialog.js", here)).then(({ makeDialog }) =>
      makeDialog(new URL(button.dataset.index, location)));
    (await dialog).open();
  };

  const isTyping = ({ target }) =>
    target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);

  // The place of the key, and not only what it writes: on an Arabic keyboard «/» writes «ظ».
  const isOurs = (event) => event.key === "/" ||
    (!event.shiftKey && (event.code === "Slash" || event.code === "KeyS"));

  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!isPlain || !isOurs(event) || isTyping(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
})();
