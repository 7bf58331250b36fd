package org.sverka.roadmap;

/**
 * A body as one measure names it.
 *
 * @param body key of the {@link Body}
 * @param name its spelling there, as signed
 */
public record Responsible(String body, String name) {}
