/** The form that asks for the word which the users of a sheet share. */
import { texts } from './messages.js';

const URL = '/local/v1/enter';

/** Whether the word was given before. */
export async function isKnown() {
  const answer = await fetch(URL, { cache: 'no-store' });
  return answer.ok;
}

/** Calls `entered` once the right word was given. */
export function listenToForm(form, entered) {
  const field = form.querySelector('input');
  const problem = form.querySelector('[role=alert]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.textContent = '';
    const failure = await send(field.value);
    if (failure === '') {
      field.value = '';
      entered();
      return;
    }
    problem.textContent = failure;
    field.select();
  });
}

/** The reason why not, or nothing. */
async function send(word) {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(URL, { method: 'POST', headers, body: JSON.stringify({ word }) });
    if (answer.ok) return '';
    return answer.status === 429 ? texts.enter.tooMany : texts.enter.wrong;
  } catch {
    return texts.enter.unreachable;
  }
}
