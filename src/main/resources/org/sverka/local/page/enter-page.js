/** The page in place of the sheet for those who have not given the word yet. */
import { isKnown, listenToForm } from './enter.js';

const TRIED = 'sverka.tried';

listenToForm(document.getElementById('enter-form'), () => {
  sessionStorage.removeItem(TRIED);
  location.reload();
});

// Who follows a link from elsewhere comes without the cookie: browsers keep it back from other sites.
if (!sessionStorage.getItem(TRIED) && (await isKnown())) {
  sessionStorage.setItem(TRIED, 'yes');
  location.reload();
}
