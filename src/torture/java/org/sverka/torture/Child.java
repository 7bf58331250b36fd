package org.sverka.torture;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Store;
import org.sverka.tlog.Checkpoint;

/**
 * The process that is tortured: enters what it is told to, and says what it takes for durable. A
 * command is a line: what, a data directory, how many entries. Each is carried out by a thread of
 * its own, whose system calls can be counted from its beginning.
 */
public final class Child {
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private Child() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (String line = IN.readLine(); line != null; line = IN.readLine()) {
      String[] words = line.split(" ");
      Thread thread = new Thread(() -> run(words), "turn");
      thread.start();
      thread.join();
    }
  }

  private static void run(String[] words) {
    try {
      say("ready");
      String unused = IN.readLine();
      turn(words[0], Path.of(words[1]), Integer.parseInt(words[2]));
      say("end");
      unused = IN.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void turn(String what, Path path, int count) {
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory)) {
      for (int i = 0; i < count; i++) {
        enter(what, directory, store, i);
      }
    } catch (Throwable e) {
      say("refused " + words(e));
    }
  }

  private static void enter(String what, DataDirectory directory, Store store, int number) {
    try {
      if (what.equals("early")) {
        say("ack " + (store.load(Entries.ROADMAP).orElseThrow().revision() + 1) + " early");
      }
      Entries.Entered entered = Entries.add(store, text(what, number));
      say("ack " + entered.seq() + " " + entered.hash());
      String checkpoint = store.transparency(Entries.ROADMAP).checkpoint(entered.seq());
      say("signed " + Checkpoint.parse(checkpoint.split("\n\n")[0] + "\n").size());
    } catch (Throwable e) {
      say("failed " + words(e));
      makeRoom(what, directory);
    }
  }

  private static void makeRoom(String what, DataDirectory directory) {
    try {
      boolean unused = what.equals("full") && Files.deleteIfExists(directory.file("ballast"));
    } catch (IOException e) {
      say("failed " + words(e));
    }
  }

  private static String text(String what, int number) {
    return what.equals("large") || what.equals("full")
        ? "Готово ".repeat(2_000)
        : "Готово " + number;
  }

  private static String words(Throwable e) {
    return e.toString().replaceAll("\\s+", " ");
  }

  /** One write, so that a trace shows when it was said. */
  private static void say(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
