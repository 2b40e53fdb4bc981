/* Light or dark, as chosen on the page or on the machine. */
export const isDark = () => {
  const d = document.documentElement.dataset.theme;
  return d === 'dark' || (d === 'auto' && matchMedia('(prefers-color-scheme:dark)').matches);
};
