// Opens the search: the button in the header, and the keys «/» and «s». All else is loaded when a
// reader searches, and not before.
(() => {
  "use strict";
  const here = document.currentScript.src;
  const button = document.querySelector(".dg-search-open");
  if (!button) return;
  const status = button.nextElementSibling;
  let dialog;

  const load = async () => {
    const { makeDialog } = await import(new URL("search/dialog.js", here));
    return makeDialog(new URL(button.dataset.index, location));
  };

  const open = async () => {
    dialog ??= load();
    try {
      (await dialog).open();
    } catch (error) {
      // Perhaps there is a network the next time.
      dialog = undefined;
      status.textContent = button.dataset.failed;
      console.error(error);
      return;
    }
    status.textContent = "";
  };

  const isTyping = ({ target }) =>
    target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);

  // Where a key writes another script, its place counts: on an Arabic keyboard «/» writes «ظ».
  const isOurs = ({ key, code, shiftKey }) => key === "/" || key === "s" ||
    (!/^[ -~]+$/.test(key) && !shiftKey && (code === "Slash" || code === "KeyS"));

  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!isPlain || !isOurs(event) || isTyping(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
})();
