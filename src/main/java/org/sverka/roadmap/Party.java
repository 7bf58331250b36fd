package org.sverka.roadmap;

/**
 * A government that signed.
 *
 * @param key its name in keys and addresses, such as {@code spb}
 * @param name its name for people, such as «Санкт-Петербург»
 */
public record Party(String key, String name) {}
