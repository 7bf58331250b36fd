package org.sverka.google;

import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.Sleeper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.SheetException;

/**
 * Sends requests. A read that fails in a way that may pass is sent again, the same, a few times. A
 * write is sent once: it may have been done although it failed.
 */
final class Calls {
  private static final Logger log = LoggerFactory.getLogger(Calls.class);
  private static final Set<Integer> AGAIN = Set.of(429, 500, 502, 503, 504);

  private final HttpLimits limits;
  private final Purse purse;
  private final Backoff backoff;
  private final Failures failures;
  private final Sleeper sleeper;

  Calls(HttpLimits limits, Failures failures, Sleeper sleeper, Purse purse) {
    this.limits = limits;
    this.purse = purse;
    this.backoff = new Backoff(limits, () -> ThreadLocalRandom.current().nextDouble());
    this.failures = failures;
    this.sleeper = sleeper;
  }

  /** Makes of an answer what the caller wants; may find that it broke off. */
  interface Reading<T> {
    T read(RawAnswer answer) throws IOException;
  }

  /** Sends a request that changes nothing, if need be several times. */
  <T extends GenericJson> T read(AbstractGoogleJsonClientRequest<T> request) {
    return read(request, answer -> parsed(answer.text(), request.getResponseClass()));
  }

  /** The same for an answer that is not to become objects of Google's client. */
  <T> T read(AbstractGoogleJsonClientRequest<?> request, Reading<T> reading) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(request, reading);
      } catch (Passing e) {
        if (attempt >= limits.attempts()) {
          throw e.failure;
        }
        if (!e.exhausted) {
          pause(backoff.pause(attempt, e.retryAfter, Instant.now()), attempt, e.failure);
        }
      }
    }
  }

  /** Sends a request that changes something, once. */
  <T extends GenericJson> T write(AbstractGoogleJsonClientRequest<T> request) {
    Answer answer;
    purse.payWrite();
    try {
      answer = send(request).text();
    } catch (OversizeException e) {
      throw failures.outcomeUnknown(failures.oversize(e));
    } catch (IOException e) {
      throw failures.outcomeUnknown(failures.unreachable(e));
    }
    if (!answer.isSuccess()) {
      SheetException failure = failures.refused(answer);
      purse.writeFailed(answer, failure);
      boolean certain = answer.status() < 500 && answer.status() != 408;
      throw certain ? failure : failures.outcomeUnknown(failure);
    }
    try {
      return parsed(answer, request.getResponseClass());
    } catch (SheetException e) {
      throw failures.outcomeUnknown(e);
    }
  }

  /** Sends a request to which there is nothing to say but yes, once. */
  void tell(AbstractGoogleJsonClientRequest<?> request) {
    purse.payWrite();
    try {
      Answer answer = send(request).text();
      if (!answer.isSuccess()) {
        SheetException failure = failures.refused(answer);
        purse.writeFailed(answer, failure);
        throw failure;
      }
    } catch (IOException e) {
      throw failures.unreachable(e);
    }
  }

  private <T> T attempt(AbstractGoogleJsonClientRequest<?> request, Reading<T> reading)
      throws Passing {
    Answer answer;
    purse.payRead();
    try {
      RawAnswer raw = send(request);
      if (raw.isSuccess()) {
        if (raw.isBrokenOff()) {
          throw new IOException("The answer broke off in its headers");
        }
        return reading.read(raw);
      }
      answer = raw.text();
    } catch (OversizeException e) {
      throw failures.oversize(e);
    } catch (IOException e) {
      SheetException failure = failures.unreachable(e);
      if (!failure.retryable()) {
        throw failure;
      }
      throw new Passing(failure, "", false);
    }
    SheetException failure = failures.refused(answer);
    purse.readFailed(answer, failure);
    if (AGAIN.contains(answer.status()) || Purse.isQuota(answer, failure)) {
      // After a refused quota nothing is sent for a while anyway, so the next attempt is put off.
      boolean exhausted = Purse.isQuota(answer, failure) && purse.isLimited();
      throw new Passing(failure, answer.retryAfter(), exhausted);
    }
    throw failure;
  }

  private RawAnswer send(AbstractGoogleJsonClientRequest<?> request) throws IOException {
    return RawAnswer.read(request.executeUnparsed(), limits);
  }

  private <T> T parsed(Answer answer, Class<T> type) {
    if (!answer.isJsonObject()) {
      throw failures.unusable(Words.notJson(answer.status(), answer.contentType()));
    }
    try {
      return GsonFactory.getDefaultInstance().fromString(answer.body(), type);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever the parser trips over, and however deep: it is the answer that is broken.
      throw failures.unusable(Words.operator("broken-json", e.getClass().getSimpleName()));
    }
  }

  private void pause(Duration pause, int attempt, SheetException why) {
    log.atInfo()
        .addKeyValue("attempt", attempt)
        .addKeyValue("pauseMillis", pause.toMillis())
        .addKeyValue("reason", why.getMessage())
        .log("Reading the sheet failed and is tried again");
    try {
      sleeper.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SheetException(Words.operator("interrupted"), true, e);
    }
  }

  /** A failure after which the same request may be sent again. */
  private static final class Passing extends Exception {
    private final SheetException failure;
    private final String retryAfter;
    private final boolean exhausted;

    private Passing(SheetException failure, String retryAfter, boolean exhausted) {
      super(failure);
      this.failure = failure;
      this.retryAfter = retryAfter;
      this.exhausted = exhausted;
    }
  }
}
