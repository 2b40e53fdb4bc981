/* Talking to the server. An answer that does not come is waited for; one that says no is an error. */
import { S } from './state.js';

const base = () => `/api/${S.document}/${S.language}`;
export class Refused extends Error {
  constructor(why, status) {
    super(why);
    this.status = status;
  }
}

export async function get(what = '') {
  const answer = await fetch(base() + what, { credentials: 'same-origin' });
  return read(answer);
}
export async function post(what, value) {
  const answer = await fetch(`${base()}/${what}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: S.me, ...value }),
  });
  return read(answer);
}
/* A page of the site, as HTML. */
export const pageUrl = section =>
  `/page/${S.document}/${S.language}?section=${encodeURIComponent(section)}`;
export async function page(section) {
  const answer = await fetch(pageUrl(section), { credentials: 'same-origin' });
  if (!answer.ok) await read(answer);
  return answer.text();
}
async function read(answer) {
  let value = {};
  try {
    value = await answer.json();
  } catch {
    /* no answer of ours */
  }
  if (!answer.ok)
    throw new Refused(value.error || answer.statusText || `HTTP ${answer.status}`, answer.status);
  return value;
}
export const poUrl = () => `${base()}/po`;
