import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { google } from 'googleapis';
import { suite } from './googleapis-values.mjs';
import { doneOrDeclined, ROOT } from './server.mjs';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const auth = new google.auth.OAuth2();
auth.setCredentials({ access_token: 'test' });
const options = { auth, rootUrl: ROOT };
// The library forgets the root of its client where it uploads; there each call names it.
const sheets = google.sheets({ version: 'v4', ...options });
const drive = google.drive({ version: 'v3', ...options });

suite('googleapis', sheets);

describe('googleapis, Drive', () => {
  let fileId;

  before(async () => {
    const made = await drive.files.create({ requestBody: { name: 'Drive, проба', mimeType: SPREADSHEET } });
    assert.equal(made.data.name, 'Drive, проба');
    fileId = made.data.id;
    await sheets.spreadsheets.values.update({
      spreadsheetId: fileId, range: 'A1', valueInputOption: 'RAW', requestBody: { values: [['a', 'b']] },
    });
  });

  after(async () => {
    await drive.files.delete({ fileId });
    await assert.rejects(() => drive.files.get({ fileId }),
      (e) => e.status === 404 && e.response.data.error.errors[0].reason === 'notFound');
  });

  test('files are found, one page after the other', async () => {
    const copies = [];
    for (const name of ['Лист в1', 'Лист в2', 'Лист в3']) {
      copies.push((await drive.files.copy({ fileId, requestBody: { name } })).data.id);
    }
    const names = [];
    let pageToken;
    do {
      const { data } = await drive.files.list({
        q: `name contains 'Лист' and mimeType = '${SPREADSHEET}' and trashed = false`,
        orderBy: 'name desc', pageSize: 2, pageToken, fields: 'nextPageToken,files(id,name)',
      });
      names.push(...data.files.map((f) => f.name));
      pageToken = data.nextPageToken;
    } while (pageToken);
    assert.deepEqual(names, ['Лист в3', 'Лист в2', 'Лист в1']);
    await Promise.all(copies.map((id) => drive.files.delete({ fileId: id })));
  });

  test('a file is renamed, put into the trash and taken out again', async () => {
    await drive.files.update({ fileId, requestBody: { name: 'Другое имя' } });
    await drive.files.update({ fileId, requestBody: { trashed: true } });
    const { data } = await drive.files.get({ fileId, fields: 'name,trashed' });
    assert.deepEqual(data, { name: 'Другое имя', trashed: true });
    await drive.files.update({ fileId, requestBody: { trashed: false } });
  });

  test('a file is exported', async () => {
    const { data } = await drive.files.export({ fileId, mimeType: 'text/csv' });
    assert.equal(data, 'a,b');
    await assert.rejects(() => drive.files.export({ fileId, mimeType: 'image/png' }), /conversion is not supported/);
  });

  test('a table is uploaded in place of the content', async () => {
    const other = (await drive.files.copy({ fileId })).data;
    assert.match(other.name, /^Copy of /);
    await drive.files.update({
      fileId: other.id, uploadType: 'media', media: { mimeType: 'text/csv', body: 'x,y\n1,"2\n3"\n' },
    }, { rootUrl: ROOT });
    const { data } = await sheets.spreadsheets.values.get({ spreadsheetId: other.id, range: 'A1:C3' });
    assert.deepEqual(data.values, [['x', 'y'], ['1', '2\n3']]);
    await drive.files.delete({ fileId: other.id });
  });

  test('permissions, revisions, comments and the account', async () => {
    const { data: given } = await drive.permissions.create({
      fileId, requestBody: { type: 'user', role: 'reader', emailAddress: 'a@example.org' },
    });
    assert.equal(given.role, 'reader');
    await drive.permissions.update({ fileId, permissionId: given.id, requestBody: { role: 'writer' } });
    assert.equal((await drive.permissions.list({ fileId })).data.permissions[1].role, 'writer');
    await drive.permissions.delete({ fileId, permissionId: given.id });
    const { data: list } = await drive.revisions.list({ fileId, fields: 'revisions(id,lastModifyingUser(emailAddress))' });
    const { data: last } = await drive.revisions.get({ fileId, revisionId: list.revisions.at(-1).id });
    assert.equal(last.mimeType, SPREADSHEET);
    assert.deepEqual((await drive.comments.list({ fileId, fields: 'comments(id)' })).data, { comments: [] });
    assert.ok((await drive.about.get({ fields: 'user' })).data.user.emailAddress);
    assert.equal((await drive.files.generateIds({ count: 3 })).data.ids.length, 3);
  });

  test('a channel calls back, and changes tell what has happened', async () => {
    const heard = [];
    const server = createServer((request, response) => {
      heard.push(request.headers);
      server.emit('heard');
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const hears = async (state) => {
      while (!heard.some((h) => h['x-goog-resource-state'] === state)) {
        await once(server, 'heard', { signal: AbortSignal.timeout(20_000) });
      }
    };
    try {
      const { data: { startPageToken: pageToken } } = await drive.changes.getStartPageToken();
      const { data: channel } = await drive.files.watch({
        fileId, requestBody: { id: 'npm-channel', type: 'web_hook', token: 't', address: `http://127.0.0.1:${server.address().port}/news` },
      });
      await hears('sync');
      await sheets.spreadsheets.values.update({
        spreadsheetId: fileId, range: 'A1', valueInputOption: 'RAW', requestBody: { values: [['new']] },
      });
      await hears('update');
      assert.equal(heard[0]['x-goog-channel-token'], 't');
      const { data } = await drive.changes.list({ pageToken });
      assert.ok(data.changes.some((c) => c.fileId === fileId));
      assert.ok(Number(data.newStartPageToken) > Number(pageToken));
      await drive.channels.stop({ requestBody: { id: channel.id, resourceId: channel.resourceId } });
    } finally {
      server.close();
    }
  });

  test('everything else is carried out or declined', async () => {
    const noRetry = { retry: false };
    await doneOrDeclined(() => drive.files.create({ requestBody: { name: 'f', mimeType: 'application/vnd.google-apps.folder' } }));
    await doneOrDeclined(() => drive.files.list({ q: "fullText contains 'x'" }, noRetry));
    await doneOrDeclined(() => drive.drives.list({}, noRetry));
    await doneOrDeclined(() => drive.comments.create({ fileId, fields: 'id', requestBody: { content: 'x' } }));
    await doneOrDeclined(() => drive.about.get({ fields: 'storageQuota' }, noRetry));
    await doneOrDeclined(() => drive.files.create({
      requestBody: { name: 'x', mimeType: SPREADSHEET }, media: { mimeType: 'text/csv', body: 'a' },
    }, { rootUrl: ROOT }));
  });
});
