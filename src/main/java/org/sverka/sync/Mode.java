package org.sverka.sync;

import java.time.Duration;

/**
 * How often a sheet is looked at.
 *
 * @param name {@code under-edit}, {@code quiet} or {@code failing}
 * @param pause between two looks, while all goes well
 */
public record Mode(String name, Duration pause) {}
