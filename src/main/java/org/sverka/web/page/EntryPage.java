package org.sverka.web.page;

/**
 * The page of one entry.
 *
 * @param compareHref what a new edition made different; empty if the entry is about none
 * @param previousHref the entry before it; empty for the first
 * @param nextHref the entry after it; empty for the newest
 */
public record EntryPage(
    EntryView entry, String compareHref, String previousHref, String nextHref) {}
