package org.sverka.web.page;

/**
 * A moment.
 *
 * @param iso for programs, ISO 8601
 * @param text for people, such as «23.11.2026 14:05»
 */
public record Moment(String iso, String text) {}
