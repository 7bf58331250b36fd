package org.sverka.cli;

/** The program. */
public final class Sverka {
  private Sverka() {}

  /** Starts the command line. */
  public static void main(String[] args) {}
}
