package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.drive.model.Change;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log of changes and the revisions, and how they lag when told to. */
class DriveChangesIT extends DriveTestBase {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private String token() throws Exception {
    return drive.changes().getStartPageToken().execute().getStartPageToken();
  }

  private List<String> changed(String token) throws Exception {
    return drive.changes().list(token).execute().getChanges().stream()
        .map(Change::getFileId)
        .toList();
  }

  private File state() throws Exception {
    return drive.files().get(ID).setFields("version,modifiedTime,lastModifyingUser").execute();
  }

  private List<Revision> revisions() throws Exception {
    return drive
        .revisions()
        .list(ID)
        .setFields("revisions(id,modifiedTime,lastModifyingUser)")
        .execute()
        .getRevisions();
  }

  @Test
  void pages_holdEachFileOnce_withItsNewestChange_andOnlyTheLastHasANewToken() throws Exception {
    String token = token();
    String a = create("a");
    String b = create("b");
    String c = create("c");
    edit(a, "x");
    List<String> seen = new ArrayList<>();
    ChangeList page;
    do {
      page = drive.changes().list(token).setPageSize(1).execute();
      assertThat(page.getChanges()).hasSize(1);
      seen.add(page.getChanges().get(0).getFileId());
      assertThat(page.getNewStartPageToken() == null).isEqualTo(page.getNextPageToken() != null);
      token = page.getNextPageToken();
    } while (token != null);
    assertThat(seen).containsExactly(b, c, a);
    assertThat(changed(page.getNewStartPageToken())).isEmpty();
  }

  @Test
  void removedFile_isToldAsRemoved_unlessThatIsNotWanted() throws Exception {
    String id = create("a");
    String token = token();
    drive.files().delete(id).execute();
    assertThat(drive.changes().list(token).execute().getChanges())
        .singleElement()
        .satisfies(change -> assertThat(change.getRemoved()).isTrue())
        .satisfies(change -> assertThat(change.getFile()).isNull());
    assertThat(drive.changes().list(token).setIncludeRemoved(false).execute().getChanges())
        .isEmpty();
  }

  @Test
  void trash_isAChange_thatModifiesNothing() throws Exception {
    String token = token();
    File before = state();
    clock.forward(MINUTE);
    drive.files().update(ID, new File().setTrashed(true)).execute();
    assertThat(state().getModifiedTime()).isEqualTo(before.getModifiedTime());
    assertThat(state().getVersion()).isGreaterThan(before.getVersion());
    assertThat(
            drive
                .changes()
                .list(token)
                .setFields("changes(removed,file(trashed))")
                .execute()
                .getChanges())
        .singleElement()
        .satisfies(change -> assertThat(change.getFile().getTrashed()).isTrue())
        .satisfies(change -> assertThat(change.getRemoved()).isFalse());
  }

  @Test
  void revisions_tellPersonAndServiceApart() throws Exception {
    clock.forward(Duration.ofMinutes(3));
    editAsPerson(ID, "x");
    assertThat(revisions())
        .extracting(revision -> revision.getLastModifyingUser().getEmailAddress())
        .containsExactly("sverka@local.iam.gserviceaccount.com", "page@sverka.local");
    assertThat(state().getLastModifyingUser().getMe()).isFalse();
  }

  @Test
  void editsOfOneUserWithinMinutes_areOneRevision_underItsLastId() throws Exception {
    clock.forward(Duration.ofMinutes(3));
    editAsPerson(ID, "a");
    String first = revisions().get(1).getId();
    clock.forward(MINUTE);
    editAsPerson(ID, "b");
    assertThat(revisions()).hasSize(2);
    assertThat(
            catchThrowableOfType(
                    GoogleJsonResponseException.class,
                    () -> drive.revisions().get(ID, first).execute())
                .getDetails()
                .getMessage())
        .isEqualTo("Revision not found: " + first + ".");
    clock.forward(Duration.ofMinutes(3));
    editAsPerson(ID, "c");
    assertThat(revisions()).hasSize(3);
    assertThat(drive.revisions().get(ID, revisions().get(2).getId()).execute())
        .containsOnlyKeys("kind", "id", "mimeType", "modifiedTime");
  }

  @Test
  void mergedHistory_keepsItsRevisions() throws Exception {
    for (int i = 0; i < 40; i++) {
      clock.forward(MINUTE);
      editAsPerson(ID, "v" + i);
    }
    List<String> before = revisions().stream().map(Revision::getId).toList();
    clock.forward(Duration.ofHours(2));
    editAsPerson(ID, "last");
    assertThat(revisions().stream().map(Revision::getId).toList())
        .startsWith(before.toArray(new String[0]))
        .hasSize(before.size() + 1);
  }

  @Test
  void lag_hidesAnEdit_untilItIsOver() throws Exception {
    clock.forward(Duration.ofMinutes(10));
    server.driveLag().set(Duration.ofMinutes(3));
    File before = state();
    String token = token();
    editAsPerson(ID, "x");
    assertThat(state()).isEqualTo(before);
    assertThat(changed(token)).isEmpty();
    assertThat(token()).isEqualTo(token);
    assertThat(revisions()).hasSize(1);
    clock.forward(Duration.ofMinutes(3));
    assertThat(state()).isNotEqualTo(before);
    assertThat(changed(token)).containsExactly(ID);
    assertThat(revisions()).hasSize(2);
  }

  @Test
  void lag_tellsTheStateOfThatTime_notTheNewest() throws Exception {
    clock.forward(Duration.ofMinutes(10));
    server.driveLag().set(Duration.ofMinutes(3));
    edit(ID, "a");
    clock.forward(Duration.ofMinutes(2));
    String early = state().getModifiedTime().toString();
    editAsPerson(ID, "b");
    clock.forward(MINUTE);
    assertThat(state().getModifiedTime().toString()).isNotEqualTo(early);
    assertThat(state().getLastModifyingUser().getMe()).isTrue();
    clock.forward(Duration.ofMinutes(2));
    assertThat(state().getLastModifyingUser().getMe()).isFalse();
  }

  @Test
  void changes_outliveARestart() throws Exception {
    String token = token();
    String id = create("a");
    server.restart();
    drive = server.drive();
    assertThat(changed(token)).containsExactly(id);
  }

  @Test
  void tokenFromBeforeTheLag_staysGood() throws Exception {
    clock.forward(MINUTE);
    edit(ID, "a");
    String token = token();
    server.driveLag().set(Duration.ofMinutes(3));
    assertThat(drive.changes().list(token).execute().getNewStartPageToken()).isEqualTo(token);
  }
}
