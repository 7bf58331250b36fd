package org.sverka.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program, which takes all the memory there is once it is told to by a byte. */
public final class Glutton {
  private static final int MEAL = 8 * 1024 * 1024;

  private Glutton() {}

  public static void main(String[] args) throws IOException {
    new Thread(() -> Sverka.main(args)).start();
    int unused = System.in.read();
    new Thread(Glutton::devour).start();
  }

  private static void devour() {
    List<byte[]> eaten = new ArrayList<>();
    while (eaten.size() < Integer.MAX_VALUE) {
      eaten.add(new byte[MEAL]);
    }
  }
}
