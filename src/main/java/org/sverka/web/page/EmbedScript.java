package org.sverka.web.page;

/**
 * The web component, as a page names it.
 *
 * @param path where it is here, for ever
 * @param url the same for the world
 * @param integrity of W3C Subresource Integrity
 */
public record EmbedScript(String path, String url, String integrity) {}
