package org.sverka.roadmap;

/** The years that a roadmap covers, both included. */
public record Period(int from, int to) {
  public Period {
    if (to < from) {
      throw new IllegalArgumentException("A period ends before it begins: " + from + "-" + to);
    }
  }
}
