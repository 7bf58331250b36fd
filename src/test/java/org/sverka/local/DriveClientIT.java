package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.Channel;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import com.google.api.services.drive.model.Revision;
import com.google.api.services.sheets.v4.model.ValueRange;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official Drive client, over HTTP, against the embedded sheet. */
class DriveClientIT {
  private static final String ID = LocalServerFixture.ID;
  private static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

  @TempDir Path directory;
  private LocalServerFixture server;
  private Drive drive;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    drive = server.drive();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private File create(String name) throws Exception {
    return drive.files().create(new File().setName(name).setMimeType(SPREADSHEET)).execute();
  }

  private List<String> found(String query) throws Exception {
    FileList list = drive.files().list().setQ(query).setOrderBy("name").execute();
    return list.getFiles().stream().map(File::getName).toList();
  }

  private void type(String id, String range, Object... row) throws Exception {
    server
        .sheets()
        .spreadsheets()
        .values()
        .update(id, range, new ValueRange().setValues(List.of(List.of(row))))
        .setValueInputOption("USER_ENTERED")
        .execute();
  }

  @Test
  void list_findsByNameTypeAndBin() throws Exception {
    create("Отчёт за март");
    File april = create("Отчёт за апрель");
    drive.files().update(april.getId(), new File().setTrashed(true)).execute();
    assertThat(found("name contains 'Отчёт'")).containsExactly("Отчёт за апрель", "Отчёт за март");
    assertThat(found("name contains 'Отчёт' and trashed = false")).containsExactly("Отчёт за март");
    assertThat(found("mimeType != '" + SPREADSHEET + "'")).isEmpty();
    assertThat(found("not name = 'Отчёт за март' and name contains 'Отчёт'"))
        .containsExactly("Отчёт за апрель");
  }

  @Test
  void list_comesInPages() throws Exception {
    create("а");
    create("б");
    FileList first = drive.files().list().setPageSize(2).setOrderBy("name").execute();
    FileList second =
        drive
            .files()
            .list()
            .setPageSize(2)
            .setOrderBy("name")
            .setPageToken(first.getNextPageToken())
            .execute();
    assertThat(first.getFiles()).hasSize(2);
    assertThat(second.getFiles()).hasSize(1);
    assertThat(second.getNextPageToken()).isNull();
  }

  @Test
  void unknownTermOfASearch_isRefusedAsGoogleDoes() {
    GoogleJsonResponseException refusal =
        catchThrowableOfType(GoogleJsonResponseException.class, () -> found("colour = 'red'"));
    assertThat(refusal.getStatusCode()).isEqualTo(400);
    assertThat(refusal.getDetails().getErrors().get(0).getReason()).isEqualTo("invalid");
  }

  @Test
  void copy_hasTheContentAndLivesItsOwnLife() throws Exception {
    type(ID, "A1:B1", "один", "два");
    File copy = drive.files().copy(ID, new File().setName("Копия")).execute();
    type(ID, "A1", "три");
    ValueRange values =
        server.sheets().spreadsheets().values().get(copy.getId(), "A1:B1").execute();
    assertThat(values.getValues()).containsExactly(List.of("один", "два"));
    assertThat(copy.getName()).isEqualTo("Копия");
  }

  @Test
  void renamedFile_isRenamedInTheSheetToo() throws Exception {
    drive.files().update(ID, new File().setName("Новое имя")).execute();
    assertThat(server.sheets().spreadsheets().get(ID).execute().getProperties().getTitle())
        .isEqualTo("Новое имя");
  }

  @Test
  void export_isCsvOfTheFirstTab() throws Exception {
    type(ID, "A1:C1", "а,б", "кавычка \"", "строка\nдругая");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    drive.files().export(ID, "text/csv").executeMediaAndDownloadTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\"а,б\",\"кавычка \"\"\",\"строка\nдругая\"");
  }

  @Test
  void unknownFile_isNotFoundInDrivesForm() {
    GoogleJsonResponseException refusal =
        catchThrowableOfType(
            GoogleJsonResponseException.class, () -> drive.files().get("none").execute());
    assertThat(refusal.getStatusCode()).isEqualTo(404);
    assertThat(refusal.getDetails().getErrors().get(0).getReason()).isEqualTo("notFound");
    assertThat(refusal.getDetails().getMessage()).isEqualTo("File not found: none.");
  }

  @Test
  void changes_tellOfEachFileOnceAndOfItsNewestState() throws Exception {
    String token = drive.changes().getStartPageToken().execute().getStartPageToken();
    type(ID, "A1", "раз");
    type(ID, "A1", "два");
    File other = create("Другая");
    drive.files().delete(other.getId()).execute();
    ChangeList changes = drive.changes().list(token).execute();
    assertThat(changes.getChanges())
        .extracting(change -> change.getFileId() + " " + change.getRemoved())
        .containsExactly(ID + " false", other.getId() + " true");
    assertThat(drive.changes().list(changes.getNewStartPageToken()).execute().getChanges())
        .isEmpty();
  }

  @Test
  void revisions_nameTheAccountThatEdited() throws Exception {
    type(ID, "A1", "раз");
    List<Revision> revisions =
        drive
            .revisions()
            .list(ID)
            .setFields("revisions(id,modifiedTime,lastModifyingUser(emailAddress))")
            .execute()
            .getRevisions();
    assertThat(revisions).isNotEmpty();
    assertThat(revisions.get(revisions.size() - 1).getLastModifyingUser().getEmailAddress())
        .endsWith("gserviceaccount.com");
  }

  @Test
  void channel_callsBackWithItsTokenUntilItIsStopped() throws Exception {
    BlockingQueue<Headers> calls = new LinkedBlockingQueue<>();
    HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          calls.add(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    try {
      String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks";
      Channel channel =
          drive
              .files()
              .watch(
                  ID,
                  new Channel()
                      .setId("one")
                      .setType("web_hook")
                      .setToken("word")
                      .setAddress(address))
              .execute();
      Headers sync = calls.poll(20, TimeUnit.SECONDS);
      assertThat(sync.getFirst("X-Goog-Resource-State")).isEqualTo("sync");
      assertThat(sync.getFirst("X-Goog-Message-Number")).isEqualTo("1");
      type(ID, "A1", "раз");
      Headers update = calls.poll(20, TimeUnit.SECONDS);
      assertThat(update.getFirst("X-Goog-Resource-State")).isEqualTo("update");
      assertThat(update.getFirst("X-Goog-Channel-Token")).isEqualTo("word");
      assertThat(update.getFirst("X-Goog-Resource-ID")).isEqualTo(channel.getResourceId());
      drive
          .channels()
          .stop(new Channel().setId("one").setResourceId(channel.getResourceId()))
          .execute();
      GoogleJsonResponseException gone =
          catchThrowableOfType(
              GoogleJsonResponseException.class,
              () ->
                  drive
                      .channels()
                      .stop(new Channel().setId("one").setResourceId(channel.getResourceId()))
                      .execute());
      assertThat(gone.getStatusCode()).isEqualTo(404);
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void channelToAStrangersHost_isRefused() {
    GoogleJsonResponseException refusal =
        catchThrowableOfType(
            GoogleJsonResponseException.class,
            () ->
                drive
                    .files()
                    .watch(
                        ID,
                        new Channel()
                            .setId("two")
                            .setType("web_hook")
                            .setAddress("https://intranet.example.org/"))
                    .execute());
    assertThat(refusal.getStatusCode()).isEqualTo(401);
  }

  @Test
  void filesChangesAndBin_outliveARestart() throws Exception {
    String token = drive.changes().getStartPageToken().execute().getStartPageToken();
    File file = create("Переживёт");
    drive.files().update(file.getId(), new File().setTrashed(true)).execute();
    server.restart();
    drive = server.drive();
    assertThat(drive.files().get(file.getId()).setFields("trashed").execute().getTrashed())
        .isTrue();
    assertThat(drive.changes().list(token).execute().getChanges()).hasSize(1);
  }
}
