package org.sverka.web.page;

import java.util.List;

/**
 * The page for a request that cannot be answered.
 *
 * @param choice what is chosen from
 * @param allowed names or values that there are; empty if that does not apply
 */
public record FailurePage(String title, String detail, String choice, List<String> allowed) {}
