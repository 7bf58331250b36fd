// What google-spreadsheet can do, for every version of it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { doneOrDeclined } from './server.mjs';

const AUTH = { token: 'test' };

/**
 * @param version the name of the suite
 * @param GoogleSpreadsheet the class of the library
 * @param local makes a document of the library talk to the embedded sheet
 */
export const suite = (version, GoogleSpreadsheet, local) => describe(version, () => {
  let doc;
  let sheet;
  // What a cell has that holds nothing differs from version to version.
  const words = (row) => ['id', 'name', 'age'].map((header) => row.get(header) ?? '');
  const again = async () => {
    const other = local(new GoogleSpreadsheet(doc.spreadsheetId, AUTH));
    await other.loadInfo();
    return other;
  };

  before(async () => {
    doc = local(await GoogleSpreadsheet.createNewSpreadsheetDocument(AUTH, { title: version }));
    sheet = await doc.addSheet({ title: 'Реестр', headerValues: ['id', 'name', 'age'] });
  });

  after(async () => {
    await doc.delete();
    await assert.rejects(() => doc.loadInfo(), /404/);
  });

  test('a new document has its title, locale and one sheet', async () => {
    const other = await again();
    assert.equal(other.title, version);
    assert.equal(other.locale, 'en_US');
    assert.deepEqual(other.sheetsByIndex.map((s) => s.title), ['Sheet1', 'Реестр']);
    assert.equal(other.sheetsByIndex[0].rowCount, 1000);
  });

  test('rows are added, read, changed, saved and deleted', async () => {
    await sheet.addRow({ id: 1, name: 'Анна', age: 41 });
    await sheet.addRows([{ id: 2, name: 'Борис' }, { id: 3, name: '=1+1', age: '5%' }]);
    const rows = await sheet.getRows();
    assert.deepEqual(rows.map(words), [['1', 'Анна', '41'], ['2', 'Борис', ''], ['3', '2', '5%']]);
    rows[1].set('age', 17);
    await rows[1].save();
    rows[2].assign({ name: 'Вера', age: '' });
    await rows[2].save();
    await rows[0].delete();
    const left = await (await again()).sheetsByTitle['Реестр'].getRows();
    assert.deepEqual(left.map(words), [['2', 'Борис', '17'], ['3', 'Вера', '']]);
  });

  test('rows are inserted, read by page and cleared', async () => {
    await sheet.addRow(['9', 'Ева', '3'], { insert: true, raw: true });
    const last = (await sheet.getRows()).length - 1;
    assert.equal((await sheet.getRows({ offset: last, limit: 1 }))[0].get('name'), 'Ева');
    await sheet.clearRows();
    assert.deepEqual(await sheet.getRows(), []);
  });

  test('cells take values, formulas, notes and formats', async () => {
    const cells = await doc.addSheet({ title: 'Cells' });
    await cells.loadCells('A1:C3');
    const [a1, b1, c1] = [0, 1, 2].map((column) => cells.getCell(0, column));
    a1.value = 2.5;
    b1.value = 'текст';
    b1.note = 'примечание';
    b1.textFormat = { bold: true };
    b1.backgroundColor = { red: 1 };
    c1.formula = '=A1*2';
    cells.getCellByA1('A2').boolValue = true;
    await cells.saveUpdatedCells();
    const other = (await again()).sheetsByTitle.Cells;
    await other.loadCells({ startRowIndex: 0, endRowIndex: 2 });
    assert.equal(other.getCellByA1('A1').numberValue, 2.5);
    assert.equal(other.getCellByA1('B1').note, 'примечание');
    assert.equal(other.getCellByA1('B1').userEnteredFormat.textFormat.bold, true);
    assert.equal(other.getCellByA1('B1').userEnteredFormat.backgroundColor.red, 1);
    assert.equal(other.getCellByA1('C1').formula, '=A1*2');
    assert.equal(other.getCellByA1('A2').value, true);
  });

  test('sheets are renamed, resized, frozen, merged, emptied and deleted', async () => {
    const other = await doc.addSheet({ title: 'Temp', gridProperties: { rowCount: 20, columnCount: 5 } });
    await other.updateProperties({ title: 'Renamed', gridProperties: { frozenRowCount: 1 } });
    await other.resize({ rowCount: 30, columnCount: 6 });
    assert.equal(other.rowCount, 30);
    const area = { startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
    await other.mergeCells(area);
    await other.unmergeCells(area);
    await other.insertDimension('ROWS', { startIndex: 3, endIndex: 5 });
    await other.updateDimensionProperties('COLUMNS', { pixelSize: 44 }, { startIndex: 0, endIndex: 1 });
    await other.setDataValidation(area, {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'да' }, { userEnteredValue: 'нет' }] },
      strict: true,
      showCustomUi: true,
    });
    await other.setHeaderRow(['x', 'y'], 2);
    await other.addRow({ x: 1, y: 2 });
    assert.equal((await other.getRows())[0].get('y'), '2');
    await other.clear();
    const fresh = (await again()).sheetsByTitle.Renamed;
    assert.equal(fresh.rowCount, 32);
    assert.equal(fresh.frozenRowCount ?? fresh.gridProperties.frozenRowCount, 1);
    await other.delete();
    assert.equal((await again()).sheetsByTitle.Renamed, undefined);
  });

  test('the document is renamed', async () => {
    await doc.updateProperties({ title: 'Новое имя' });
    assert.equal((await again()).title, 'Новое имя');
  });

  test('one sheet is downloaded as CSV and TSV', async () => {
    const table = await doc.addSheet({ title: 'Export', headerValues: ['a', 'b'] });
    await table.addRow({ a: 'x, "y"', b: 'два\nряда' });
    await doc.loadInfo();
    const text = (bytes) => Buffer.from(bytes).toString('utf8');
    assert.equal(text(await table.downloadAsCSV()), 'a,b\r\n"x, ""y""","два\nряда"');
    assert.equal(text(await table.downloadAsTSV()), 'a\tb\r\nx, "y"\tдва ряда');
  });

  test('permissions are given, listed and taken away', async () => {
    await doc.share('anna@example.org', { role: 'reader', emailMessage: false });
    await doc.share('example.org');
    await doc.setPublicAccessLevel('reader');
    const given = await doc.listPermissions();
    assert.deepEqual(given.map((p) => `${p.type} ${p.role}`),
      ['user owner', 'user reader', 'domain writer', 'anyone reader']);
    await doc.setPublicAccessLevel(false);
    await doc.driveApi.delete(`permissions/${given[1].id}`);
    assert.deepEqual((await doc.listPermissions()).map((p) => p.type), ['user', 'domain']);
  });

  test('errors are told in the words of Google', async () => {
    await assert.rejects(() => local(new GoogleSpreadsheet('nowhere', AUTH)).loadInfo(),
      /Google API error - \[404\] Requested entity was not found\./);
    await assert.rejects(() => sheet.loadCells('ZZ9999'), /Google API error - \[400\]/);
    await assert.rejects(() => doc.addSheet({ title: 'Реестр' }), /\[400\].*already exists/);
  });

  test('a sheet is duplicated, and copied into another document', async () => {
    await sheet.addRow({ id: 7 });
    const copy = await sheet.duplicate({ title: 'Копия', index: 1 });
    assert.equal((await copy.getRows()).at(-1).get('id'), '7');
    await sheet.copyToSpreadsheet(doc.spreadsheetId);
    assert.ok((await again()).sheetsByTitle['Copy of Реестр']);
  });

  test('the document is downloaded as .xlsx', async () => {
    await doc.loadInfo();
    assert.equal(Buffer.from(await doc.downloadAsXLSX()).subarray(0, 2).toString(), 'PK');
  });

  test('everything else is carried out or declined', async () => {
    await doneOrDeclined(() => doc.downloadAsODS());
    await doneOrDeclined(() => sheet.downloadAsPDF());
  });
});
