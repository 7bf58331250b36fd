package org.sverka.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.drive.model.Revision;
import com.google.api.services.drive.model.RevisionList;
import com.google.api.services.drive.model.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.roadmap.Accounts;

/**
 * Tells from the spreadsheet's revisions whose accounts were at work: one user for each revision,
 * some minutes of edits in one, the newest perhaps not there yet. So it is a hint and may be
 * missing.
 *
 * <p>Asked once, for a few seconds at most; after a failure not again for a while. No account
 * leaves this class.
 *
 * @see <a
 *     href="https://developers.google.com/workspace/drive/api/reference/rest/v3/revisions/list">
 *     revisions.list</a>
 */
final class DriveRevisions {
  private static final Logger log = LoggerFactory.getLogger(DriveRevisions.class);
  private static final int MOST_PAGES = 5;
  private static final Duration REST = Duration.ofMinutes(10);

  /** Clocks differ, and a revision may have begun before; one too few would make it wrong. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final String spreadsheetId;
  private final DriveApi api;
  private final Accounts accounts;
  private volatile long restUntil = System.nanoTime();

  DriveRevisions(GoogleSettings settings, Access access, Failures failures, Accounts accounts) {
    this.spreadsheetId = settings.spreadsheetId();
    this.api = DriveApi.of(settings, hasty(settings.limits()), access, failures);
    this.accounts = accounts;
  }

  /** See {@link org.sverka.sheet.SheetGateway#partySince}. */
  Optional<String> partySince(Instant since) {
    if (accounts.isEmpty() || System.nanoTime() - restUntil < 0) {
      return Optional.empty();
    }
    try {
      return party(revisions(), since);
    } catch (RuntimeException e) {
      restUntil = System.nanoTime() + REST.toNanos();
      log.atInfo()
          .addKeyValue("reason", e.getMessage())
          .log("Whose accounts were at work is not known");
      return Optional.empty();
    }
  }

  private List<Revision> revisions() {
    List<Revision> all = new ArrayList<>();
    String token = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      RevisionList list = api.revisions(spreadsheetId, token);
      all.addAll(Absent.list(list.getRevisions()));
      token = Absent.text(list.getNextPageToken());
      if (token.isEmpty()) {
        return all;
      }
    }
    throw new IllegalStateException("The spreadsheet has too many revisions to look through");
  }

  /** Those of the slack can only make it unknown; a party takes a revision that came after. */
  private Optional<String> party(List<Revision> revisions, Instant since) {
    Set<String> parties = new HashSet<>();
    boolean after = false;
    for (Revision revision : revisions) {
      DateTime at = revision.getModifiedTime();
      User user = revision.getLastModifyingUser();
      Instant moment = at == null ? Instant.MIN : Instant.ofEpochMilli(at.getValue());
      if (moment.isAfter(since.minus(SLACK)) && !isOwn(user)) {
        Optional<String> party = user == null ? Optional.empty() : party(user);
        if (party.isEmpty()) {
          return party;
        }
        parties.add(party.get());
        after |= moment.isAfter(since);
      }
    }
    return after && parties.size() == 1 ? parties.stream().findFirst() : Optional.empty();
  }

  private static boolean isOwn(@Nullable User user) {
    return user != null && Boolean.TRUE.equals(user.getMe());
  }

  private Optional<String> party(User user) {
    return accounts.party(Absent.text(user.getEmailAddress()), Absent.text(user.getPermissionId()));
  }

  private static HttpLimits hasty(HttpLimits limits) {
    return new HttpLimits(
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(4),
        1,
        limits.firstPause(),
        limits.longestPause(),
        limits.answerBytes());
  }
}
