package org.sverka.local.admin;

/** A request that is one too many in its minute; {@code most} is how many are let through. */
public record Exceeded(Limit limit, int most, String project) {}
