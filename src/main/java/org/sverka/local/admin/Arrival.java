package org.sverka.local.admin;

/**
 * A request as it arrives.
 *
 * @param method after an override
 * @param path as it was sent, without the query
 * @param byPerson whether the page sent it for a person, and not a client of the API
 */
public record Arrival(Api api, String method, String path, boolean byPerson) {}
