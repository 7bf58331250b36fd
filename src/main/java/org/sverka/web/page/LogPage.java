package org.sverka.web.page;

import java.util.List;

/**
 * A page of the change log.
 *
 * @param entries newest first
 * @param newestHref the first page; empty if this is it
 * @param olderHref the page before this one in time; empty on the last
 */
public record LogPage(
    String action,
    List<Choice> choices,
    boolean filtered,
    List<EntryView> entries,
    String newestHref,
    String olderHref) {}
