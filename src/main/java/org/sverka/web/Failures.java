package org.sverka.web;

import java.time.Instant;
import org.sverka.feed.Representation;
import org.sverka.text.Messages;

/** Answers for what went wrong: problem details for programs, a page for people. */
final class Failures {
  private final Messages english;
  private final Pages pages;

  Failures(Messages english, Pages pages) {
    this.english = english;
    this.pages = pages;
  }

  /**
   * @param policy of the route that was asked for
   */
  Ready ready(Problem problem, Policy policy) {
    return policy.isApi()
        ? ready(problem, policy, "application/problem+json", problem.json(english))
        : ready(problem, policy, Pages.HTML, pages.failure(problem));
  }

  private static Ready ready(Problem problem, Policy policy, String contentType, byte[] bytes) {
    return Ready.of(
        problem.status(),
        policy.error(),
        Representation.of(contentType, 0, Instant.EPOCH, bytes),
        problem.headers());
  }
}
