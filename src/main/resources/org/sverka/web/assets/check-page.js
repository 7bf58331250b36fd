/**
 * Takes the digest of a file, here in the browser, and the code from its name, or makes it from what the file says.
 * Without it, only codes can be checked.
 */
(() => {
  'use strict';

  const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const form = document.getElementById('check');
  const file = document.getElementById('f-file');
  const code = form.elements.code;
  const told = document.getElementById('told');
  if (!window.crypto?.subtle) return;
  document.getElementById('by-file').hidden = false;

  // One field for whatever file: a second one in the address would be an error.
  const digest = form.elements.sha256;

  /** Whether the code is a person's own, read off a paper: then the file is held against it. */
  let typed = false;
  /** The file that is still being read. */
  let reading = null;

  code.addEventListener('input', () => {
    typed = code.value !== '';
  });
  // What is sent without the digest would be an answer about the code alone, though the file stands beside it: also
  // one that couldn't be read, or that the browser put back into its field when a person came back.
  form.addEventListener('submit', (event) => {
    if (!file.files.length || (!reading && !digest.disabled)) return;
    event.preventDefault();
    if (!reading) look();
  });
  file.addEventListener('change', look);

  async function look() {
    const chosen = file.files[0];
    digest.disabled = true;
    tell('');
    reading = chosen ?? null;
    if (!chosen) return;
    try {
      const bytes = await chosen.arrayBuffer();
      const sha256 = await hex(bytes);
      if (reading === chosen) check(chosen.name, bytes, sha256);
    } catch {
      if (reading === chosen) tell(form.dataset.unread);
    } finally {
      if (reading === chosen) reading = null;
    }
  }

  function check(name, bytes, sha256) {
    reading = null;
    digest.value = sha256;
    digest.disabled = false;
    if (!typed) code.value = named(name) || made(bytes, sha256);
    if (code.value) form.requestSubmit();
    else tell(form.dataset.noCode);
  }

  function tell(text) {
    told.textContent = text;
    told.hidden = !text;
    if (text) code.focus();
  }

  function named(name) {
    return /(\d+-\d+-[0-9A-Z]{5}-[0-9A-Z]{5})[^/]*$/i.exec(name)?.[1] ?? '';
  }

  /** The code of a statement is that of its two revisions, which stand in each line, and of its digest. */
  function made(bytes, sha256) {
    const start = new TextDecoder().decode(bytes.slice(0, 1000));
    const revisions = /^roadmap,since,revision,[^\r\n]*\r?\n[^,\r\n]*,([1-9]\d*),([1-9]\d*),/.exec(start);
    if (!revisions) return '';
    const bits = BigInt('0x' + sha256.slice(0, 16)) >> 14n;
    const letters = Array.from({ length: 10 }, (_, i) => ALPHABET[Number((bits >> BigInt(5 * (9 - i))) & 31n)]).join('');
    return `${revisions[1]}-${revisions[2]}-${letters.slice(0, 5)}-${letters.slice(5)}`;
  }

  async function hex(bytes) {
    const hash = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
})();
