/**
 * What the pages show: models made from the feed and the log, their words, and the templates that
 * put them into HTML. Knows no HTTP. Texts that come from the sheet pass {@link
 * org.sverka.web.page.Visible} and are escaped by the templates.
 */
@NullMarked
@CheckReturnValue
package org.sverka.web.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
