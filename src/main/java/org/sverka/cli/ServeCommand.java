package org.sverka.cli;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** {@code serve}: everything, until it is stopped. */
final class ServeCommand extends Command {
  ServeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("serve.summary");
  }

  @Override
  public Integer call() throws InterruptedException {
    Service service = Service.start(settings(), InstantSource.system());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.stop();
                  ended.countDown();
                },
                "sverka-stop"));
    print(Words.text("serve.sheet", service.sheetLink()));
    if (!service.adminLink().isEmpty()) {
      print(Words.text("serve.admin", service.adminLink()));
    }
    print(Words.text("serve.page", service.pageLink()));
    print(Words.text("serve.log", service.logLink()));
    print(Words.text("serve.ready"));
    ended.await();
    return Exit.FINE;
  }
}
