package org.sverka.google;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.util.function.LongSupplier;
import org.sverka.sheet.SheetException;

/** The quota of a simulated day: who waits is told until when. */
public final class VirtualQuota {
  private final LongSupplier now;
  private final Quota quota;
  private long waited;

  /**
   * @param now nanoseconds of the simulated clock
   */
  public VirtualQuota(LongSupplier now) {
    this.now = now;
    BlockingStrategy waiting = time -> waited = time;
    this.quota = Quota.google(new Meter(now), waiting);
  }

  /**
   * Asks for a request.
   *
   * @return when it is sent
   * @throws SheetException if it is put off
   */
  public long take(Quota.Kind kind) {
    waited = 0;
    quota.take(kind);
    return now.getAsLong() + waited;
  }

  /** How many reads a minute there are to share. */
  public double readsPerMinute() {
    return quota.readsPerMinute();
  }

  private record Meter(LongSupplier now) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return now.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
