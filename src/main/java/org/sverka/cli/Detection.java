package org.sverka.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sverka.google.Access;
import org.sverka.google.GoogleDrive;
import org.sverka.google.PageToken;
import org.sverka.google.Quota;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetNews;
import org.sverka.sync.NewsLoop;
import org.sverka.sync.Pace;
import org.sverka.sync.SharedReads;
import org.sverka.sync.Store;
import org.sverka.sync.SyncLoop;
import org.sverka.sync.Timing;

/**
 * How it is noticed that somebody edits the sheet: how often one looks, within which quota, and
 * what Drive tells besides. The embedded sheet has no quota and needs no news.
 */
final class Detection {
  private static final String PLACE = "drive ";
  private static final long LONGEST_QUESTION_MINUTES = 10;

  private final Settings settings;
  private final Tempo tempo;
  private final Quota quota;
  private final Timing timing;
  private @Nullable NewsLoop news;

  /**
   * @param tempo how time passes
   */
  Detection(Settings settings, Tempo tempo, MeterRegistry meters) {
    boolean google = !settings.credentials().isEmpty();
    this.settings = settings;
    this.tempo = tempo;
    this.quota = google ? Quota.google(tempo.steady()) : Quota.unlimited();
    this.timing =
        new Timing(
            google ? Pace.sparing(settings.poll()) : Pace.steady(settings.poll()),
            new SharedReads(quota.readsPerMinute()),
            tempo.clocks());
    for (Quota.Kind kind : Quota.Kind.values()) {
      quota.usage(kind).ifPresent(usage -> measure(meters, kind));
    }
  }

  Quota quota() {
    return quota;
  }

  Timing timing() {
    return timing;
  }

  /**
   * Prepares to hear Drive's news of the loop's sheet, where there are any.
   *
   * @param access as whom the sheet is asked
   */
  void listen(Vertx vertx, Store store, SyncLoop loop, Access access) {
    if (!settings.drive()) {
      return;
    }
    SheetNews heard =
        GoogleDrive.connect(
            Sheets.google(settings, settings.sheetsRoot(), settings.driveRoot(), tempo),
            access,
            List.of(settings.spreadsheetId()),
            place(store, access),
            settings.publicUrl(),
            timing.clocks().wall(),
            timing.clocks().nanos());
    WorkerExecutor worker =
        vertx.createSharedWorkerExecutor(
            "sverka-news", 1, LONGEST_QUESTION_MINUTES, TimeUnit.MINUTES);
    news =
        new NewsLoop(
            tempo.alarms().apply(vertx),
            worker,
            heard,
            Map.of(settings.spreadsheetId(), loop),
            settings.poll(),
            timing.clocks());
  }

  /** Who is to be told of pushes; empty if none can come. */
  Optional<Consumer<Push>> pushes() {
    return settings.publicUrl().startsWith("https://")
        ? Optional.ofNullable(news).map(loop -> loop::push)
        : Optional.empty();
  }

  void start() {
    if (news != null) {
      news.start();
    }
  }

  Future<Void> stop() {
    return news == null ? Future.succeededFuture() : news.stop();
  }

  /** What there is to say for the operator. */
  Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    if (news != null) {
      NewsLoop.Status now = news.status();
      status.put("news", Map.of("heardAt", text(now.heardAt()), "error", now.error()));
      Map<String, Object> channel = new LinkedHashMap<>();
      channel.put("state", now.channel().state().name().toLowerCase(Locale.ROOT));
      channel.put("ends", text(now.channel().ends()));
      channel.put("pushedAt", text(now.pushedAt()));
      channel.put("error", now.channel().error());
      status.put("channel", channel);
    }
    Map<String, Object> quotas = new LinkedHashMap<>();
    for (Quota.Kind kind : Quota.Kind.values()) {
      quota.usage(kind).ifPresent(usage -> quotas.put(name(kind), shown(usage)));
    }
    status.put("quota", quotas);
    return status;
  }

  private static Map<String, Object> shown(Quota.Usage usage) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("usedInLastMinute", usage.used());
    shown.put("remaining", usage.remaining());
    shown.put("perMinute", usage.limit().perMinute());
    return shown;
  }

  private void measure(MeterRegistry meters, Quota.Kind kind) {
    Tags tags = Tags.of("kind", name(kind));
    meters.gauge(
        "sverka.quota.used", tags, quota, q -> q.usage(kind).map(Quota.Usage::used).orElse(0));
    meters.gauge(
        "sverka.quota.remaining",
        tags,
        quota,
        q -> q.usage(kind).map(Quota.Usage::remaining).orElse(0L));
  }

  /** A place is one in the log of an account; that of another begins anew. */
  private static PageToken place(Store store, Access access) {
    return new PageToken() {
      private String name = PLACE;

      @Override
      public String load() {
        name = PLACE + access.identity();
        return store.place(name).orElse("");
      }

      @Override
      public void save(String token) {
        store.keepPlace(name, token);
      }
    };
  }

  private static String name(Quota.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Optional<Instant> moment) {
    return moment.map(Instant::toString).orElse("");
  }
}
