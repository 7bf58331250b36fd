package org.sverka.web.page;

/**
 * The page of one entry.
 *
 * @param previousHref the entry before it; empty for the first
 * @param nextHref the entry after it; empty for the newest
 */
public record EntryPage(EntryView entry, String previousHref, String nextHref) {}
