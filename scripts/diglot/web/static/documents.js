/* The list of documents: how far each is, one after the other, as its row comes into view. */
const seen = new IntersectionObserver(async entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    const answer = await fetch(`/api/${target.dataset.progress}/progress`);
    const found = answer.ok ? await answer.json() : null;
    target.textContent = found ? `${found.states.reviewed} / ${found.total}` : '–';
  }
});
for (const cell of document.querySelectorAll('[data-progress]')) seen.observe(cell);
