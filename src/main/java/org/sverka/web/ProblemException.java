package org.sverka.web;

/** Ends the handling of a request with a problem. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  static ProblemException notFound() {
    return new ProblemException(Problem.of(404, "not-found"));
  }

  Problem problem() {
    return problem;
  }
}
