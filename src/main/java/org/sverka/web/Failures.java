package org.sverka.web;

import java.time.Instant;
import org.sverka.feed.Representation;
import org.sverka.text.Messages;

/** Answers for what went wrong: problem details for programs, a page for people. */
final class Failures {
  private final Messages english;
  private final Pages pages;
  private final Ready floodOfData;
  private final Ready floodOfPages;

  Failures(Messages english, Pages pages) {
    this.english = english;
    this.pages = pages;
    Problem flood = Problem.later(429, "too-many-requests", 5);
    this.floodOfData = ready(flood, Policy.API);
    this.floodOfPages = ready(flood, Policy.PAGE);
  }

  /** For a client that asks too often; made beforehand, so that to refuse costs next to nothing. */
  Ready flood(Policy policy) {
    return policy.isApi() ? floodOfData : floodOfPages;
  }

  /**
   * @param policy of the route that was asked for
   */
  final Ready ready(Problem problem, Policy policy) {
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
