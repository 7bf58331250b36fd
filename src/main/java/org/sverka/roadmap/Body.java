package org.sverka.roadmap;

/**
 * A committee or ministry that answers for measures; one entry of the directory of bodies.
 *
 * @param key one for one body, whatever its spelling in the document
 * @param party key of the party it belongs to
 * @param name the spelling that the document uses first, with declared corrections applied
 */
public record Body(String key, String party, String name) {}
