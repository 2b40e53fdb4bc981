// «Report an error in this passage»: a dialog shows what goes along, and takes the reader's words, before
// the mail program or the form opens. Without a script the link leads there at once.
//
// Where nobody has said where the site is published, links name the page by its path (`data-page`). They
// get the whole address, as the reader has it. `data-words` is where in the address the words go.
(() => {
  "use strict";
  const said = document.currentScript.dataset;
  let dialog;

  for (const link of document.querySelectorAll(".dg-mark-report")) {
    const { page, words } = link.dataset;
    const address = link.getAttribute("href");
    const parts = words ? [address.slice(0, words), address.slice(words)] : [address];
    link.reportParts = parts.map((part) => page ? part.replaceAll(encodeURIComponent(page), encodeURIComponent(whole(page))) : part);
    link.href = link.reportParts.join("");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".dg-mark-report");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });

  function open(link) {
    dialog ??= make();
    const block = link.closest(".dg, .dg-mark-line");
    const passage = block.matches(".dg") ? block : block.previousElementSibling;
    const quote = dialog.querySelector("blockquote");
    quote.replaceChildren(...textOf(passage));
    for (const name of ["lang", "dir"]) quote.setAttribute(name, passage.getAttribute(name) ?? document.documentElement[name]);
    const address = new URL(location.href);
    address.hash = passage.id;
    dialog.querySelector(".dg-report-address").textContent = decodeURI(address.href);
    const [before, after] = link.reportParts;
    const field = dialog.querySelector("textarea");
    field.value = "";
    field.parentElement.hidden = after === undefined;
    const go = dialog.querySelector("a");
    go.textContent = before.startsWith("mailto:") ? said.mail : said.form;
    const fill = () => {
      const words = encodeURIComponent(field.value.trim().replaceAll("\n", "\r\n").toWellFormed?.() ?? field.value.trim());
      go.href = after === undefined ? before : before + words + after;
    };
    field.oninput = fill;
    fill();
    dialog.showModal();
    // Who has no pointer scrolls a long passage by the keyboard.
    if (quote.scrollHeight > quote.clientHeight) quote.tabIndex = 0;
    else quote.removeAttribute("tabindex");
    (after === undefined ? go : field).focus();
    dialog.onclose = () => link.focus({ preventScroll: true });
  }

  /** What the passage says, without its mark and what stands below it. */
  function textOf(passage) {
    const own = passage.querySelector(":scope > .dg-pair > .dg-own") ? ":scope > .dg-pair > .dg-own .dg-s" : ":scope > :is(.dg-s, bdi):is(.dg-s, :has(.dg-s))";
    const copies = [...passage.querySelectorAll(own)].map((one) => {
      const copy = one.cloneNode(true);
      for (const each of [copy, ...copy.querySelectorAll("*")])
        for (const name of ["id", "tabindex", "class", "href", "aria-describedby"]) each.removeAttribute(name);
      return copy;
    });
    return copies.flatMap((copy) => [copy, " "]);
  }

  function make() {
    const made = document.createElement("dialog");
    made.className = "dg-report";
    made.setAttribute("aria-labelledby", "dg-report-title");
    made.innerHTML = `<h2 id="dg-report-title"></h2><blockquote></blockquote>
      <p class="dg-report-address" dir="ltr"></p>
      <label><span></span><textarea rows="3" dir="auto" maxlength="300"></textarea></label>
      <p class="dg-report-buttons"><a rel="nofollow"></a><button type="button"></button></p>`;
    made.querySelector("h2").textContent = said.title;
    made.querySelector("blockquote").setAttribute("aria-label", said.passage);
    made.querySelector("label span").textContent = said.words;
    const cancel = made.querySelector("button");
    cancel.textContent = said.cancel;
    cancel.onclick = () => made.close();
    // After the click has done its own: a mail program, or the form.
    made.querySelector("a").onclick = () => setTimeout(() => made.close());
    made.addEventListener("click", (event) => { if (event.target === made) made.close(); });
    document.body.append(made);
    return made;
  }

  function whole(page) {
    return new URL(page.slice(page.indexOf("#")), location.origin + location.pathname).href;
  }
})();
