/** Makes the page of the embedding follow each choice, and its buttons copy. Without it, the form is sent as a form. */
(() => {
  'use strict';

  const PAUSE = 250;
  const form = document.getElementById('options');
  let timer = 0;
  let turn = 0;

  const buttons = () => document.querySelectorAll('button[data-copy]');

  function address() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
    return `${form.getAttribute('action')}?${query}`;
  }

  /** The server makes the new page; what was made from the choices is taken over from it. */
  async function follow() {
    const mine = ++turn;
    const url = address();
    const answer = await fetch(url);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const made = page.getElementById('made');
    if (mine !== turn || !made) return;
    document.getElementById('made').replaceWith(document.adoptNode(made));
    history.replaceState(null, '', url);
    showButtons();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => follow().catch(() => form.submit()), PAUSE);
  }

  async function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand('copy');
    }
    button.nextElementSibling.textContent = button.dataset.copied;
  }

  function showButtons() {
    buttons().forEach((button) => {
      button.hidden = false;
      button.addEventListener('click', () => copy(button));
    });
  }

  form.addEventListener('input', later);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    follow().catch(() => form.submit());
  });
  showButtons();
})();
