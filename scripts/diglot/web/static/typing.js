/* Checks while somebody types: asked when the hands rest for a moment, the last answer only. */
import { post } from './server.js';

let resting, asked = 0;
export function checkSoon(s, value, show) {
  clearTimeout(resting);
  const text = value.trim();
  resting = setTimeout(async () => {
    const mine = ++asked;
    try { const h = await post('help', { key: s.d.key, source: s.d.source, text }); if (mine === asked) show(h); } catch { /* the next key asks again */ }
  }, 250);
}
