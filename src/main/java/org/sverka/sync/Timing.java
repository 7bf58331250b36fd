package org.sverka.sync;

/**
 * What a loop goes by.
 *
 * @param pace how often it looks at its sheet
 * @param reads what it shares with other loops
 */
public record Timing(Pace pace, SharedReads reads, Clocks clocks) {}
