package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetGateway;
import org.sverka.testing.FakePublished;
import org.sverka.web.PublicServer;

/** News and pushes of the embedded sheet's Drive, which come to the real public port. */
class LocalDriveNewsIT {
  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();
  private final AtomicReference<String> kept = new AtomicReference<>("");
  private LocalSheetServer server;
  private PublicServer web;
  private String root;
  private DriveNews news;
  private int tab;

  @BeforeEach
  void start() throws Exception {
    server =
        finished(
            LocalSheetServer.start(
                vertx,
                new LocalSheetSettings(
                    LocalSheetSettings.LOOPBACK,
                    0,
                    folder.resolve("sheet.db"),
                    Fixture.SPREADSHEET,
                    "Дорожная карта")));
    root = "http://127.0.0.1:" + server.port() + "/";
    web =
        finished(
            PublicServer.start(
                vertx,
                "127.0.0.1",
                0,
                List.of(FakePublished.sample("one")),
                "http://localhost",
                Optional.of(pushes::add)));
    SheetGateway gateway = Fixture.gateway(root);
    tab = gateway.provision(SheetGateway.NO_TAB, Fixture.ROWS);
    news = news();
    assertThat(news.next().all()).isTrue();
  }

  private DriveNews news() {
    GoogleSettings settings = Fixture.settings(root, "");
    Failures failures = new Failures(Fixture.SPREADSHEET, () -> "");
    DriveApi api = DriveApi.of(settings, settings.limits(), Access.embedded(""), failures);
    PageToken place =
        new PageToken() {
          @Override
          public String load() {
            return kept.get();
          }

          @Override
          public void save(String token) {
            kept.set(token);
          }
        };
    PushChannel channel =
        new PushChannel(
            api,
            "http://127.0.0.1:" + web.port() + Push.PATH,
            InstantSource.system(),
            System::nanoTime);
    return new DriveNews(
        api, channel, place, Set.of(Fixture.SPREADSHEET), id -> failures.trashed());
  }

  @AfterEach
  void stop() throws Exception {
    news.close();
    finished(web.close());
    finished(server.close());
    finished(vertx.close());
  }

  private static <T> T finished(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private void setTrashed(boolean trashed) throws IOException {
    new Drive.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
        .setRootUrl(root)
        .setApplicationName("person")
        .build()
        .files()
        .update(Fixture.SPREADSHEET, new File().setTrashed(trashed))
        .execute();
  }

  @Test
  void edit_isPushedAndToldOnce() throws Exception {
    Push first = pushes.poll(30, TimeUnit.SECONDS);
    assertThat(first).isNotNull();
    assertThat(first.isSync()).isTrue();
    assertThat(news.believes(first)).isTrue();

    new Person(root).type(tab, 1, 6, "Проведён форум");
    Push push = pushes.poll(30, TimeUnit.SECONDS);
    assertThat(push).isNotNull();
    assertThat(push.isSync()).isFalse();
    assertThat(news.believes(push)).isTrue();
    assertThat(news.next().changed()).containsExactly(Fixture.SPREADSHEET);
    assertThat(news.next().changed()).isEmpty();
  }

  @Test
  void editWhileDown_isToldAfterTheRestart() {
    news.close();
    new Person(root).type(tab, 1, 6, "Проведён форум");
    news = news();
    assertThat(news.next().changed()).containsExactly(Fixture.SPREADSHEET);
  }

  @Test
  void pushOfAChannelThatWasClosed_isNotBelieved() throws Exception {
    Push push = pushes.poll(30, TimeUnit.SECONDS);
    assertThat(push).isNotNull();
    news.close();
    assertThat(news.believes(push)).isFalse();
  }

  @Test
  void sheetInTheBin_isNamedUntilItIsRestored() throws IOException {
    setTrashed(true);
    assertThat(news.next().warnings().get(Fixture.SPREADSHEET)).contains("is in the bin");
    setTrashed(false);
    assertThat(news.next().warnings()).isEqualTo(Map.of(Fixture.SPREADSHEET, ""));
  }
}
