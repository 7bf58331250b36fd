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
  private final Deque<String> unseen;

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
    this.unseen = new ArrayDeque<>(this.files);
    this.trashed = trashed;
  }

  @Override
  public News next() {
    try {
      String from = place.load();
      News news = from.isEmpty() ? begun() : read(from);
      channel.tend(place.load());
      return news;
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
  private News begun() {
    place.save(api.startPageToken());
    return new News(true, Set.of(), firstLook());
  }

  private News read(String from) {
    Set<String> changed = new HashSet<>();
    Map<String, String> warnings = new HashMap<>(firstLook());
    String token = from;
    String kept = from;
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
      String next = token.isEmpty() ? Absent.text(list.getNewStartPageToken()) : token;
      if (!next.equals(kept)) {
        place.save(next);
        kept = next;
      }
    }
    return new News(false, changed, warnings);
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

  /** The log does not repeat after a restart what it has told before, so that is asked once. */
  private Map<String, String> firstLook() {
    Map<String, String> warnings = new HashMap<>();
    String id = unseen.poll();
    if (id != null) {
      try {
        warnings.put(id, warning(id, isTrue(api.file(id).getTrashed())));
      } catch (SheetException e) {
        log.atInfo().addKeyValue("reason", e.getMessage()).log("Drive does not know the file");
      }
    }
    return warnings;
  }

  private String warning(String id, boolean binned) {
    return binned ? Absent.text(trashed.apply(id).getMessage()) : "";
  }

  private static boolean isTrue(Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
