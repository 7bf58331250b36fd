package org.sverka.web.page;

/**
 * Where the things are that pages point to.
 *
 * @param publicUrl how the world reaches us, without a slash at its end
 * @param stylePath the style sheet
 * @param iconPath the icon
 */
public record Assets(String publicUrl, String stylePath, String iconPath) {}
