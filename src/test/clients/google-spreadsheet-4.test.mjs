import axios from 'axios';
import { GoogleSpreadsheet } from 'google-spreadsheet-4';
import { suite } from './google-spreadsheet.mjs';
import { here } from './server.mjs';

// A new document is asked for without an instance of its own.
axios.interceptors.request.use((request) => ({ ...request, url: here(request.url) }));

suite('google-spreadsheet 4', GoogleSpreadsheet, (doc) => {
  for (const api of [doc.sheetsApi, doc.driveApi]) {
    api.defaults.baseURL = here(api.defaults.baseURL);
  }
  return doc;
});
