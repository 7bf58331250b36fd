/** Takes the digest of a file, here in the browser, and the code from its name. Without it, only codes can be checked. */
(() => {
  'use strict';

  const form = document.getElementById('check');
  const file = document.getElementById('f-file');
  if (!window.crypto?.subtle) return;
  document.getElementById('by-file').hidden = false;

  async function sha256(bytes) {
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  file.addEventListener('change', async () => {
    if (!file.files.length) return;
    const code = /(\d+-\d+-[0-9A-Z]{5}-[0-9A-Z]{5})[^/]*$/i.exec(file.files[0].name);
    if (code) form.elements.code.value = code[1];
    const digest = document.createElement('input');
    digest.type = 'hidden';
    digest.name = 'sha256';
    digest.value = await sha256(await file.files[0].arrayBuffer());
    form.append(digest);
    if (form.reportValidity()) form.submit();
  });
})();
