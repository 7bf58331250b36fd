import { GoogleSpreadsheet } from 'google-spreadsheet';
import { suite } from './google-spreadsheet.mjs';
import { here } from './server.mjs';

const fetchAnywhere = globalThis.fetch;
globalThis.fetch = (request, init) => fetchAnywhere(
  request instanceof Request ? new Request(here(request.url), request) : here(request), init);

suite('google-spreadsheet 5', GoogleSpreadsheet, (doc) => doc);
