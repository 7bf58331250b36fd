/**
 * The gateway to Google Sheets, through Google's own client: credentials, timeouts, repeats of
 * reads, one snapshot per request, provisioning, atomic writes. The embedded sheet is reached by
 * the same code under another root URL. Depends on the sheet's port alone.
 */
@NullMarked
@CheckReturnValue
package org.sverka.google;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
