package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import com.google.api.services.drive.model.Permission;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by the official Java client. Shapes and words are those of recorded traffic. */
class DriveFilesIT extends DriveTestBase {
  private static final Duration TICK = Duration.ofSeconds(1);

  private static GoogleJsonResponseException refused(ThrowingCallable call) {
    return catchThrowableOfType(GoogleJsonResponseException.class, call);
  }

  private List<String> names(String query) throws Exception {
    return drive.files().list().setQ(query).setOrderBy("name").execute().getFiles().stream()
        .map(File::getName)
        .toList();
  }

  private String export(Drive.Files.Export call) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.executeMediaAndDownloadTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void newFile_isAnsweredInTheShortForm() throws Exception {
    File made = drive.files().create(new File().setName("План").setMimeType(SPREADSHEET)).execute();
    assertThat(made)
        .containsOnlyKeys("kind", "id", "name", "mimeType")
        .containsEntry("kind", "drive#file")
        .containsEntry("name", "План");
  }

  @Test
  void folder_isDeclined() {
    File folder = new File().setName("x").setMimeType("application/vnd.google-apps.folder");
    assertThat(refused(() -> drive.files().create(folder).execute()).getStatusCode())
        .isEqualTo(501);
  }

  @Test
  void fileInAFolder_isFoundThere() throws Exception {
    File made =
        drive
            .files()
            .create(
                new File().setName("a").setMimeType(SPREADSHEET).setParents(List.of("folder-1")))
            .setFields("id,parents")
            .execute();
    assertThat(made.getParents()).containsExactly("folder-1");
    assertThat(names("'folder-1' in parents")).containsExactly("a");
    assertThat(names("'root' in parents and not name = 'a'")).hasSize(1);
    drive
        .files()
        .update(made.getId(), new File())
        .setAddParents("root")
        .setRemoveParents("folder-1")
        .execute();
    assertThat(names("'folder-1' in parents")).isEmpty();
  }

  @Test
  void spreadsheet_isNoFolder() throws Exception {
    File inside = new File().setName("x").setMimeType(SPREADSHEET).setParents(List.of(create("y")));
    GoogleJsonResponseException problem = refused(() -> drive.files().create(inside).execute());
    assertThat(problem.getStatusCode()).isEqualTo(403);
    assertThat(problem.getDetails().getErrors().get(0).getReason()).isEqualTo("parentNotAFolder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name = 'Roads of North'|Roads of North",
        "name=\"Bob's list\"|Bob's list",
        "name = 'Bob\\'s list'|Bob's list",
        "name contains 'north'|Roads of North",
        "name contains 'orth'|",
        "name contains 'road'|Road 1;Roads of North",
        "name contains 'road' and not name contains 'north'|Road 1",
        "(name = 'Road 1' or name = 'Bob\\'s list') and trashed = false|Bob's list",
        "trashed = true|Road 1",
        "trashed != true and 'me' in owners and name contains 'o'|Roads of North",
        "mimeType != 'application/vnd.google-apps.spreadsheet'|",
        "mimeType contains 'application/vnd.google-apps' and name contains 'Bob'|Bob's list",
        "modifiedTime > '2026-03-01T10:00:32' and name contains 'b'|Bob's list",
        "createdTime <= '2026-03-01T10:00:31Z' and name contains 'road'|Road 1",
      })
  void query_findsFiles(String query, String wanted) throws Exception {
    for (String name : List.of("Road 1", "Roads of North", "Bob's list")) {
      clock.forward(TICK);
      create(name);
    }
    drive
        .files()
        .update(
            drive.files().list().setQ("name = 'Road 1'").execute().getFiles().get(0).getId(),
            new File().setTrashed(true))
        .execute();
    assertThat(names(query)).isEqualTo(wanted == null ? List.of() : List.of(wanted.split(";")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "name ~ 'x'", "name = 'x' and", "(name = 'x'", "size > 'x'", "'"})
  void queryThatMeansNothing_isInvalid(String query) {
    GoogleJsonResponseException problem = refused(() -> drive.files().list().setQ(query).execute());
    assertThat(problem.getStatusCode()).isEqualTo(400);
    assertThat(problem.getDetails().getErrors().get(0).getLocation()).isEqualTo("q");
  }

  @Test
  void searchInTheText_isDeclined() {
    assertThat(
            refused(() -> drive.files().list().setQ("fullText contains 'x'").execute())
                .getStatusCode())
        .isEqualTo(501);
  }

  @Test
  void pages_holdEveryFileOnce_alsoWhenOneGoesInBetween() throws Exception {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clock.forward(TICK);
      wanted.add(0, create("f" + i));
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      FileList page =
          drive
              .files()
              .list()
              .setQ("name contains 'f'")
              .setPageSize(2)
              .setPageToken(token)
              .setFields("nextPageToken,files(id)")
              .execute();
      page.getFiles().forEach(file -> seen.add(file.getId()));
      token = page.getNextPageToken();
      if (seen.size() == 2) {
        drive.files().delete(seen.get(1)).execute();
      }
    } while (token != null);
    assertThat(seen).isEqualTo(wanted);
  }

  @Test
  void pageTokenOfAnotherList_isInvalid() throws Exception {
    create("a");
    String token = drive.files().list().setPageSize(1).execute().getNextPageToken();
    assertThat(
            refused(() -> drive.files().list().setQ("name = 'a'").setPageToken(token).execute())
                .getDetails()
                .getErrors()
                .get(0)
                .getLocation())
        .isEqualTo("pageToken");
  }

  @Test
  void order_isByTheKeysAsked() throws Exception {
    for (String name : List.of("b", "C", "a")) {
      clock.forward(TICK);
      create(name);
    }
    assertThat(ordered("name")).containsExactly("a", "b", "C");
    assertThat(ordered("createdTime desc")).containsExactly("a", "C", "b");
    assertThat(ordered("folder,modifiedTime")).containsExactly("b", "C", "a");
    assertThat(refused(() -> ordered("colour")).getStatusCode()).isEqualTo(400);
    assertThat(refused(() -> ordered("quotaBytesUsed")).getStatusCode()).isEqualTo(501);
  }

  private List<String> ordered(String order) throws Exception {
    return drive
        .files()
        .list()
        .setQ("name != 'Дорожная карта'")
        .setOrderBy(order)
        .execute()
        .getFiles()
        .stream()
        .map(File::getName)
        .toList();
  }

  @Test
  void copy_hasTheContent_andANameOfItsOwn() throws Exception {
    edit(ID, "содержание");
    File copy = drive.files().copy(ID, new File()).execute();
    assertThat(copy.getName()).isEqualTo("Copy of Дорожная карта");
    edit(ID, "другое");
    assertThat(export(drive.files().export(copy.getId(), "text/csv"))).isEqualTo("содержание");
    server.restart();
    assertThat(export(server.drive().files().export(copy.getId(), "text/csv")))
        .isEqualTo("содержание");
  }

  @Test
  void trashedFile_isStillAnsweredBySheets() throws Exception {
    drive.files().update(ID, new File().setTrashed(true)).execute();
    server.restart();
    drive = server.drive();
    assertThat(drive.files().get(ID).setFields("trashed,explicitlyTrashed").execute())
        .containsEntry("trashed", true)
        .containsEntry("explicitlyTrashed", true);
    edit(ID, "x");
    drive.files().update(ID, new File().setTrashed(false)).execute();
    assertThat(drive.files().get(ID).setFields("trashed").execute().getTrashed()).isFalse();
  }

  @Test
  void renamedFile_hasItsNameInSheetsToo() throws Exception {
    String before = drive.files().get(ID).setFields("modifiedTime").execute().toString();
    clock.forward(TICK);
    drive.files().update(ID, new File().setName("Новое")).execute();
    assertThat(server.sheets().spreadsheets().get(ID).execute().getProperties().getTitle())
        .isEqualTo("Новое");
    assertThat(drive.files().get(ID).setFields("modifiedTime").execute().toString())
        .isNotEqualTo(before);
  }

  @Test
  void deletedFile_isGoneForBoth() throws Exception {
    String id = create("x");
    drive.files().delete(id).execute();
    GoogleJsonResponseException problem = refused(() -> drive.files().get(id).execute());
    assertThat(problem.getStatusCode()).isEqualTo(404);
    assertThat(problem.getDetails().getMessage()).isEqualTo("File not found: " + id + ".");
    assertThat(refused(() -> server.sheets().spreadsheets().get(id).execute()).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void emptiedTrash_takesTrashedFilesOnly() throws Exception {
    String id = create("x");
    drive.files().update(id, new File().setTrashed(true)).execute();
    drive.files().emptyTrash().execute();
    assertThat(names("")).containsExactly("Дорожная карта");
  }

  @Test
  void exports_showWhatTheCellsShow() throws Exception {
    String values =
        "{\"values\":[[\"a,b\",\"сказал \\\"да\\\"\",\"\"],[],[\"0,5\",\"две\\nстроки\",\"31.12.2026\"]]}";
    assertThat(
            server
                .send(
                    "PUT",
                    "/v4/spreadsheets/" + ID + "/values/A1?valueInputOption=USER_ENTERED",
                    values)
                .statusCode())
        .isEqualTo(200);
    assertThat(export(drive.files().export(ID, "text/csv")))
        .isEqualTo("\"a,b\",\"сказал \"\"да\"\"\",\r\n,,\r\n\"0,5\",\"две\nстроки\",31.12.2026");
    assertThat(export(drive.files().export(ID, "text/tab-separated-values")))
        .isEqualTo("a,b\tсказал \"да\"\t\r\n\t\t\r\n0,5\tдве строки\t31.12.2026");
  }

  @Test
  void download_isAnAttachmentOfItsType() throws Exception {
    edit(ID, "<script>");
    var answer = server.send("GET", "/spreadsheets/d/" + ID + "/export?format=csv&gid=0", null);
    assertThat(answer.body()).isEqualTo("<script>");
    assertThat(answer.headers().map())
        .containsEntry("content-type", List.of("text/csv"))
        .containsEntry("content-disposition", List.of("attachment"));
    assertThat(
            server
                .send("GET", "/spreadsheets/d/" + ID + "/export?format=csv&gid=5", null)
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"image/png, 400", "application/pdf, 501"})
  void conversionUnknownToGoogle_isRefused_oneUnknownToUs_isDeclined(String type, int status)
      throws Exception {
    var answer =
        server.send("GET", "/drive/v3/files/" + ID + "/export?alt=media&mimeType=" + type, null);
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void uploadedTable_replacesEverything_inATabNamedAfterTheFile() throws Exception {
    String id = create("Табло");
    var answer =
        server.send(
            "PUT",
            "/upload/drive/v2/files/"
                + id
                + "?uploadType=media&convert=True&supportsAllDrives=True",
            "\uFEFFимя,число\n\"Анна, \"\"А\"\"\",1.5\r\n,2",
            "Content-Type",
            "text/csv");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"title\": \"Табло\"", "\"alternateLink\"");
    var sheets = server.sheets().spreadsheets();
    assertThat(sheets.get(id).execute().getSheets())
        .singleElement()
        .satisfies(tab -> assertThat(tab.getProperties().getTitle()).isEqualTo("Табло"));
    assertThat(sheets.values().get(id, "Табло").execute().getValues())
        .isEqualTo(
            List.of(List.of("имя", "число"), List.of("Анна, \"А\"", "1.5"), List.of("", "2")));
  }

  @Test
  void permissions_areKept_andTellThatAFileIsShared() throws Exception {
    Permission given =
        drive
            .permissions()
            .create(ID, new Permission().setType("user").setRole("writer").setEmailAddress("a@b.c"))
            .setSendNotificationEmail(false)
            .execute();
    assertThat(given).containsOnlyKeys("kind", "id", "type", "role");
    Permission again =
        drive
            .permissions()
            .create(ID, new Permission().setType("user").setRole("reader").setEmailAddress("a@b.c"))
            .execute();
    assertThat(again.getId()).isEqualTo(given.getId());
    assertThat(drive.files().get(ID).setFields("shared").execute().getShared()).isTrue();
    server.restart();
    drive = server.drive();
    assertThat(drive.permissions().list(ID).execute().getPermissions())
        .extracting(Permission::getRole)
        .containsExactly("owner", "reader");
    drive.permissions().delete(ID, given.getId()).execute();
    assertThat(refused(() -> drive.permissions().get(ID, given.getId()).execute()).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void permissionWithoutAnAddress_isRefused() {
    assertThat(
            refused(
                    () ->
                        drive
                            .permissions()
                            .create(ID, new Permission().setType("user").setRole("reader"))
                            .execute())
                .getDetails()
                .getErrors()
                .get(0)
                .getLocation())
        .isEqualTo("permission.emailAddress");
  }

  @Test
  void generatedIds_areAsManyAsAsked_andAllDifferent() throws Exception {
    assertThat(drive.files().generateIds().setCount(20).execute().getIds())
        .hasSize(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void aboutAndComments_sayWhatIsCertain() throws Exception {
    assertThat(drive.about().get().setFields("user").execute().getUser().getMe()).isTrue();
    assertThat(refused(() -> drive.about().get().setFields("storageQuota").execute()))
        .extracting(GoogleJsonResponseException::getStatusCode)
        .isEqualTo(501);
    assertThat(drive.comments().list(ID).setFields("comments").execute().getComments()).isEmpty();
    assertThat(refused(() -> drive.comments().list(ID).execute()).getStatusCode()).isEqualTo(400);
  }
}
