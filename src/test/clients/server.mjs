// Where the embedded sheet is, and what the clients of all kinds need to get there.
import assert from 'node:assert/strict';

export const ROOT = process.env.SHEET_ROOT;
assert.ok(ROOT, 'SHEET_ROOT must say where the embedded sheet is, as scripts/clients does.');

const GOOGLE = /^https:\/\/(sheets|www)\.googleapis\.com\//;

/** The same address at the embedded sheet. */
export const here = (url) => String(url).replace(GOOGLE, ROOT);

/** What the embedded sheet declines it must decline with 501; anything else is carried out. */
export const doneOrDeclined = async (call) => {
  try {
    return await call();
  } catch (error) {
    const status = error.response?.status ?? error.status ?? error.code;
    assert.equal(Number(status), 501, error.message);
    return undefined;
  }
};
