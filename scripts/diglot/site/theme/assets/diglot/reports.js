// Where nobody has said where the site is published, reports of errors name the page by its path
// (`data-page`). Here they get the whole address, as the reader has it.
for (const link of document.querySelectorAll(".dg-mark-report[data-page]")) {
  const { page } = link.dataset;
  const whole = new URL(page.slice(page.indexOf("#")), location.origin + location.pathname);
  link.href = link.getAttribute("href").replaceAll(encodeURIComponent(page), encodeURIComponent(whole));
}
