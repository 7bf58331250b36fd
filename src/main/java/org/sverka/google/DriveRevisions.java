package org.sverka.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.drive.Drive;
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
  private static final String FIELDS =
      "nextPageToken,revisions(modifiedTime,lastModifyingUser(me,emailAddress,permissionId))";
  private static final int PAGE = 1000;
  private static final int MOST_PAGES = 5;
  private static final Duration REST = Duration.ofMinutes(10);

  /** Clocks differ; an edit too many makes it unknown, one too few would make it wrong. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final String spreadsheetId;
  private final Drive drive;
  private final Calls calls;
  private final Accounts accounts;
  private volatile long restUntil = System.nanoTime();

  DriveRevisions(GoogleSettings settings, Access access, Failures failures, Accounts accounts) {
    HttpLimits limits = hasty(settings.limits());
    this.spreadsheetId = settings.spreadsheetId();
    this.drive = DriveClient.of(settings, limits, access.signer());
    this.calls = access.drive(limits, failures);
    this.accounts = accounts;
  }

  /** See {@link org.sverka.sheet.SheetGateway#partySince}. */
  Optional<String> partySince(Instant since) {
    if (accounts.isEmpty() || System.nanoTime() - restUntil < 0) {
      return Optional.empty();
    }
    try {
      return party(revisions(), since.minus(SLACK));
    } catch (RuntimeException e) {
      restUntil = System.nanoTime() + REST.toNanos();
      log.atInfo()
          .addKeyValue("reason", String.valueOf(e.getMessage()).replaceAll("\\S+@\\S+", "…"))
          .log("Whose accounts were at work is not known");
      return Optional.empty();
    }
  }

  private List<Revision> revisions() {
    List<Revision> all = new ArrayList<>();
    String token = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      String next = token;
      RevisionList list =
          calls.read(
              SheetsApi.built(
                  () -> drive.revisions().list(spreadsheetId).setPageSize(PAGE).setPageToken(next),
                  FIELDS));
      all.addAll(Absent.list(list.getRevisions()));
      token = list.getNextPageToken();
      if (token == null) {
        return all;
      }
    }
    throw new IllegalStateException("The spreadsheet has too many revisions to look through");
  }

  private Optional<String> party(List<Revision> revisions, Instant since) {
    Set<String> parties = new HashSet<>();
    for (Revision revision : revisions) {
      DateTime at = revision.getModifiedTime();
      User user = revision.getLastModifyingUser();
      boolean counts =
          at != null
              && Instant.ofEpochMilli(at.getValue()).isAfter(since)
              && (user == null || !Boolean.TRUE.equals(user.getMe()));
      if (counts) {
        Optional<String> party = user == null ? Optional.empty() : party(user);
        if (party.isEmpty()) {
          return party;
        }
        parties.add(party.get());
      }
    }
    return parties.size() == 1 ? parties.stream().findFirst() : Optional.empty();
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
