package org.sverka.google;

import com.google.api.services.drive.model.Change;
import com.google.api.services.drive.model.ChangeList;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetNews;

/**
 * Drive's log of changes, read on from where it was left: one request for all files of the account,
 * of which those that are ours are picked out. Drive enters edits of a spreadsheet up to three
 * minutes late.
 */
final class DriveNews implements SheetNews {
  private static final Logger log = LoggerFactory.getLogger(DriveNews.class);
  private static final int PAGES_AT_ONCE = 20;

  private final DriveApi api;
  private final PushChannel channel;
  private final PageToken place;
  private final Function<String, SheetException> trashed;
  private final Set<String> files;

  /** Of these it is not known that they are not in the bin. */
  private final Deque<String> unsure;

  /**
   * @param files ids of the spreadsheets that matter
   * @param trashed what to say of one that is in the bin
   */
  DriveNews(
      DriveApi api,
      PushChannel channel,
      PageToken place,
      Collection<String> files,
      Function<String, SheetException> trashed) {
    this.api = api;
    this.channel = channel;
    this.place = place;
    this.files = Set.copyOf(files);
    this.unsure = new ArrayDeque<>(this.files);
    this.trashed = trashed;
  }

  /** What was read, and where to read on. */
  private record Round(News news, String next) {}

  /**
   * Nothing is kept, neither the place nor that a file was asked for, before all of it has gone
   * well: what is told but half is told again.
   */
  @Override
  public News next() {
    try {
      String from = place.load();
      Round round = from.isEmpty() ? begun() : read(from);
      Map<String, String> warnings = new HashMap<>(round.news.warnings());
      @Nullable String asked = unsure.peek();
      if (asked != null && !warnings.containsKey(asked)) {
        look(asked, warnings);
      }
      if (!round.next.equals(from)) {
        place.save(round.next);
      }
      settle(asked, warnings);
      channel.tend(round.next);
      return new News(round.news.all(), round.news.changed(), warnings);
    } catch (SheetException e) {
      if (!e.putOffFor().isZero()) {
        throw e;
      }
      throw new SheetException(
          Words.operator("drive-news", Absent.text(e.getMessage())), e.retryable(), e);
    }
  }

  @Override
  public boolean believes(Push push) {
    return channel.believes(push);
  }

  @Override
  public Channel channel() {
    return channel.status();
  }

  @Override
  public void close() {
    channel.close();
  }

  /** What happened before is not known, so everything is to be looked at. */
  private Round begun() {
    return new Round(new News(true, Set.of(), Map.of()), api.startPageToken());
  }

  private Round read(String from) {
    Set<String> changed = new HashSet<>();
    Map<String, String> warnings = new HashMap<>();
    String token = from;
    String next = from;
    for (int page = 0; page < PAGES_AT_ONCE && !token.isEmpty(); page++) {
      ChangeList list;
      try {
        list = api.changes(token);
      } catch (SheetException e) {
        if (!HttpRefusal.isGone(e)) {
          throw e;
        }
        log.atWarn().addKeyValue("reason", e.getMessage()).log("Drive's news begin anew");
        return begun();
      }
      Absent.list(list.getChanges()).forEach(change -> note(change, changed, warnings));
      token = Absent.text(list.getNextPageToken());
      next = token.isEmpty() ? Absent.text(list.getNewStartPageToken()) : token;
    }
    return new Round(new News(false, changed, warnings), next);
  }

  private void note(Change change, Set<String> changed, Map<String, String> warnings) {
    String id = Absent.text(change.getFileId());
    if (files.contains(id)) {
      // Of one that is removed the next read says what a person can do.
      changed.add(id);
      boolean binned = change.getFile() != null && isTrue(change.getFile().getTrashed());
      warnings.put(id, warning(id, binned));
    }
  }

  /** The log does not repeat after a restart what it has told before, so a file is asked for. */
  private void look(String id, Map<String, String> warnings) {
    try {
      warnings.put(id, warning(id, isTrue(api.file(id, "id,trashed").getTrashed())));
    } catch (SheetException e) {
      log.atInfo()
          .addKeyValue("reason", e.getMessage())
          .log("Whether the file is in the bin is not known");
    }
  }

  /** One in the bin is asked for again until it is out of there, as is one that was not shown. */
  private void settle(@Nullable String asked, Map<String, String> warnings) {
    Set<String> told = new HashSet<>(warnings.keySet());
    if (asked != null) {
      told.add(asked);
    }
    for (String id : told) {
      boolean unused = unsure.remove(id);
      if (!"".equals(warnings.get(id))) {
        unsure.add(id);
      }
    }
  }

  private String warning(String id, boolean binned) {
    return binned ? Absent.text(trashed.apply(id).getMessage()) : "";
  }

  private static boolean isTrue(Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
