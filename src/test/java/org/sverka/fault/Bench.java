package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.sverka.google.HttpLimits;

/**
 * The whole program on a sheet that lets nobody in without a token, with three places between them
 * where things can be made to go wrong: a line that damages bytes, WireMock that answers in the
 * sheet's stead, and the sheet's own admin port. Time passes as the test says. After each test all
 * is mended and {@link Invariants} are looked at.
 */
final class Bench extends Assembly
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  /** Nobody has to wait for a server that is merely slow, however busy the machine is. */
  private static final HttpLimits LIMITS =
      new HttpLimits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(90),
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(32),
          8 * 1024 * 1024);

  private static final int MOST_TURNS = 100;

  /** To start a program takes longer than most tests. */
  private static final Bench SHARED = new Bench(LIMITS);

  private Invariants invariants;
  private int mark;
  private int typed;
  private boolean broken;

  /** With a program of its own. */
  Bench(HttpLimits limits) {
    super(limits);
  }

  /** With the program that all tests share who can; after one that fails there is a new one. */
  static Bench shared() {
    return SHARED;
  }

  /** With a program of its own, for what leaves traces or begins anew. */
  static Bench own() {
    return new Bench(LIMITS);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ears().open();
    // Closed when all tests are over.
    Closing unused =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(this, this::begun, Closing.class);
    time().nextMorning();
    calm();
  }

  /** Has the program stopped. */
  private interface Closing extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  private Closing begun(Bench self) {
    begin();
    return this::clear;
  }

  private void begin() {
    try {
      build();
      invariants = new Invariants(this);
      calm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    if (broken) {
      clear();
      begin();
    }
    broken = true;
    mark = wire().journal().size();
    time().pauses().clear();
    ears().clear();
    invariants.begin();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    mend();
    if (context.getExecutionException().isEmpty()) {
      calm();
      invariants.check();
      broken = false;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ears().close();
  }

  /** People do the same to a cell more than once, each time to be logged. */
  void repeating(String measure, String column) {
    invariants.expectRepeats(measure, column);
  }

  /** What comes of the program from now on. */
  Watch watch() {
    return Watch.on(this);
  }

  /** What came by in this test. */
  List<Exchange> journal() {
    return wire().journal().subList(mark, wire().journal().size());
  }

  /** How many requests of a kind came by in this test. */
  long count(Exchange.Kind kind) {
    return journal().stream().filter(exchange -> exchange.is(kind)).count();
  }

  /** How many of them met a fault. */
  long struck(Exchange.Kind kind) {
    return journal().stream().filter(e -> e.is(kind) && e.struck()).count();
  }

  /** One turn of the loop, whatever comes of it. */
  void cycle() {
    long before = management().turns();
    while (management().turns() == before) {
      time().ring();
      rest();
    }
  }

  void cycles(int times) {
    for (int i = 0; i < times; i++) {
      cycle();
    }
  }

  /** As many turns as it takes until so many requests of a kind have met a fault. */
  void cyclesUntilStruck(Exchange.Kind kind, int times) {
    for (int i = 0; i < MOST_TURNS && struck(kind) < times; i++) {
      cycle();
    }
    assertThat(struck(kind)).isEqualTo(times);
  }

  /** Lets time pass, with all that happens in it. */
  void pass(Duration length) {
    long end = time().nanos() + length.toNanos();
    while (time().next() <= end) {
      time().ring();
      rest();
    }
    time().goTo(end);
  }

  /** Lets time pass at one blow, in which the program sleeps. */
  void sleep(Duration length) {
    time().goTo(time().nanos() + length.toNanos());
    cycles(2);
  }

  /** Goes on until nothing happens any more. */
  private void calm() {
    for (int i = 0; i < MOST_TURNS; i++) {
      int before = wire().journal().size();
      cycle();
      boolean wrote =
          wire().journal().subList(before, wire().journal().size()).stream()
              .anyMatch(exchange -> exchange.is(Exchange.Kind.WRITE));
      if (!wrote && management().lastError().isEmpty()) {
        return;
      }
    }
    assertThat(management().lastError()).as("nothing is wrong any more").isEmpty();
  }

  /** Somebody makes three edits in a row that no other test uses. */
  Probe probe() {
    return Probe.typed(this, typed++);
  }

  /**
   * People edit while the sheet can't be read; nothing comes of it until that is over, and then all
   * of it.
   *
   * @param turns how long it lasts
   */
  void outage(int turns) {
    Probe probe = probe();
    cycles(turns);
    probe.isUnseen();
    assertThat(management().lastError()).isNotEmpty();
    feedStands();
    mend();
    cycles(2);
    probe.hasLanded();
  }

  /** People edit, and a fault on the way keeps nothing of it from going through. */
  void scratch() {
    Probe probe = probe();
    cycles(2);
    probe.hasLanded();
  }

  /** The feed answers and says how old it is, be the fault still there. */
  void feedStands() {
    invariants.feedIsRightAndTellsItsAge();
  }
}
