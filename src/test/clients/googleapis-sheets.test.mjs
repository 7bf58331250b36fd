import { auth, sheets } from '@googleapis/sheets';
import { suite } from './googleapis-values.mjs';
import { ROOT } from './server.mjs';

const account = new auth.OAuth2();
account.setCredentials({ access_token: 'test' });

suite('@googleapis/sheets', sheets({ version: 'v4', auth: account, rootUrl: ROOT }));
