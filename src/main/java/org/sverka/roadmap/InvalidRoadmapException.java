package org.sverka.roadmap;

import java.util.List;
import java.util.stream.Collectors;

/** A descriptor or a signed document can't be read. Says everything that is wrong with it. */
public final class InvalidRoadmapException extends RuntimeException {
  private final List<Problem> problems;

  /**
   * @param file what was read
   * @param problems at least one
   */
  public InvalidRoadmapException(String file, List<Problem> problems) {
    super(
        problems.stream()
            .map(
                p ->
                    p.line() > 0
                        ? file + ":" + p.line() + ": " + p.message()
                        : file + ": " + p.message())
            .collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param line from 1; 0 where it is about the whole
   * @param message in English
   */
  public record Problem(int line, String message) {}
}
