package org.sverka.store;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that says when it begins to open a data directory and when it has, and stays. */
public final class OpenOnce {
  private OpenOnce() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println("opening");
    DataDirectory directory = DataDirectory.open(Path.of(args[0]));
    if (Stores.open("", directory).load(Samples.ROADMAP).isPresent()) {
      System.out.println("open");
    }
    new CountDownLatch(1).await();
  }
}
