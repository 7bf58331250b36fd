package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonError.ErrorInfo;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.drive.model.Channel;
import com.google.api.services.drive.model.File;
import com.sun.net.httpserver.Headers;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels that call back, as Google's guide to push notifications describes them. */
class DriveWatchIT extends DriveTestBase {
  private Receiver receiver;

  @BeforeEach
  void listen() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  private Channel wanted(String id) {
    return new Channel()
        .setId(id)
        .setType("web_hook")
        .setAddress(receiver.address())
        .setToken("secret");
  }

  private Channel watchFile(String id) throws Exception {
    Channel channel = drive.files().watch(ID, wanted(id)).execute();
    assertThat(state(receiver.next())).isEqualTo("sync");
    return channel;
  }

  private static String state(Headers headers) {
    return headers.getFirst("X-Goog-Resource-State");
  }

  private static ErrorInfo refused(ThrowingCallable call, int status) {
    GoogleJsonResponseException problem =
        catchThrowableOfType(GoogleJsonResponseException.class, call);
    assertThat(problem.getStatusCode()).isEqualTo(status);
    return problem.getDetails().getErrors().get(0);
  }

  @Test
  void newChannel_saysSync_withEverythingAboutItself() throws Exception {
    Channel channel = drive.files().watch(ID, wanted("c-1")).execute();
    Headers headers = receiver.next();
    assertThat(state(headers)).isEqualTo("sync");
    assertThat(headers.getFirst("X-Goog-Channel-ID")).isEqualTo("c-1");
    assertThat(headers.getFirst("X-Goog-Channel-Token")).isEqualTo("secret");
    assertThat(headers.getFirst("X-Goog-Channel-Expiration"))
        .isEqualTo("Sun, 01 Mar 2026 11:00:30 GMT");
    assertThat(headers.getFirst("X-Goog-Resource-ID")).isEqualTo(channel.getResourceId());
    assertThat(headers.getFirst("X-Goog-Resource-URI")).isEqualTo(channel.getResourceUri());
    assertThat(headers.getFirst("X-Goog-Message-Number")).isEqualTo("1");
    assertThat(channel)
        .containsEntry("kind", "api#channel")
        .containsEntry("id", "c-1")
        .containsEntry("token", "secret")
        .containsEntry("expiration", clock.millis() + 3_600_000);
  }

  @Test
  void fileChannel_tellsOfEverythingThatHappens() throws Exception {
    watchFile("c");
    edit(ID, "x");
    Headers update = receiver.next();
    assertThat(state(update)).isEqualTo("update");
    assertThat(update.getFirst("X-Goog-Changed")).isEqualTo("content");
    assertThat(Integer.parseInt(update.getFirst("X-Goog-Message-Number"))).isGreaterThan(1);
    drive.files().update(ID, new File().setName("n")).execute();
    assertThat(receiver.next().getFirst("X-Goog-Changed")).isEqualTo("properties");
    drive.files().update(ID, new File().setTrashed(true)).execute();
    assertThat(state(receiver.next())).isEqualTo("trash");
    drive.files().update(ID, new File().setTrashed(false)).execute();
    assertThat(state(receiver.next())).isEqualTo("untrash");
    drive.files().delete(ID).execute();
    assertThat(state(receiver.next())).isEqualTo("remove");
  }

  @Test
  void fileChannel_isSilentAboutOtherFiles() throws Exception {
    watchFile("c");
    create("other");
    edit(ID, "x");
    assertThat(state(receiver.next())).isEqualTo("update");
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void changesChannel_tellsOfAnyFile() throws Exception {
    String token = drive.changes().getStartPageToken().execute().getStartPageToken();
    Channel channel = drive.changes().watch(token, wanted("c")).execute();
    assertThat(channel.getResourceUri()).contains("/drive/v3/changes?");
    assertThat(state(receiver.next())).isEqualTo("sync");
    create("other");
    assertThat(state(receiver.next())).isEqualTo("change");
  }

  @Test
  void lag_holdsMessagesBack_andTellsThemAsOne() throws Exception {
    clock.forward(Duration.ofMinutes(10));
    server.driveLag().set(Duration.ofMinutes(3));
    watchFile("c");
    edit(ID, "x");
    edit(ID, "y");
    assertThat(receiver.waiting()).isZero();
    clock.forward(Duration.ofMinutes(3));
    assertThat(state(receiver.next())).isEqualTo("update");
    edit(ID, "z");
    server.driveLag().set(Duration.ZERO);
    assertThat(receiver.next().getFirst("X-Goog-Message-Number")).isEqualTo("3");
  }

  @Test
  void receiverThatFails_isAskedAgain_inOrder() throws Exception {
    watchFile("c");
    receiver.answerOnce(503);
    receiver.answerOnce(500);
    edit(ID, "x");
    drive.files().update(ID, new File().setTrashed(true)).execute();
    List<String> states =
        List.of(
            state(receiver.next()),
            state(receiver.next()),
            state(receiver.next()),
            state(receiver.next()));
    assertThat(states).containsExactly("update", "update", "update", "trash");
  }

  @Test
  void receiverThatRefuses_isNotAskedAgain() throws Exception {
    watchFile("c");
    receiver.answerOnce(404);
    edit(ID, "x");
    assertThat(state(receiver.next())).isEqualTo("update");
    drive.files().update(ID, new File().setTrashed(true)).execute();
    assertThat(state(receiver.next())).isEqualTo("trash");
  }

  @Test
  void stoppedChannel_isSilent() throws Exception {
    Channel channel = watchFile("c");
    watchFile("witness");
    drive.channels().stop(channel).execute();
    edit(ID, "x");
    assertThat(receiver.next().getFirst("X-Goog-Channel-ID")).isEqualTo("witness");
    assertThat(receiver.waiting()).isZero();
    assertThat(refused(() -> drive.channels().stop(channel).execute(), 404).getReason())
        .isEqualTo("notFound");
  }

  @Test
  void expiredChannel_isSilent_andItsIdIsFreeAgain() throws Exception {
    watchFile("c");
    clock.forward(Duration.ofHours(1));
    edit(ID, "x");
    watchFile("c");
    edit(ID, "y");
    assertThat(state(receiver.next())).isEqualTo("update");
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void idOfAnOpenChannel_isNotUnique() throws Exception {
    watchFile("c");
    assertThat(refused(() -> drive.files().watch(ID, wanted("c")).execute(), 400).getReason())
        .isEqualTo("channelIdNotUnique");
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "86401, false", "604801, true"})
  void expirationOutOfRange_isRefused(long seconds, boolean changes) throws Exception {
    Channel channel = wanted("c").setExpiration(clock.millis() + seconds * 1000);
    assertThat(
            refused(
                    () -> {
                      if (changes) {
                        drive.changes().watch("1", channel).execute();
                      } else {
                        drive.files().watch(ID, channel).execute();
                      }
                    },
                    400)
                .getMessage())
        .isEqualTo("Invalid ttl value for channel " + seconds);
  }

  @Test
  void longestExpiration_isGranted() throws Exception {
    long end = clock.millis() + Duration.ofDays(7).toMillis();
    assertThat(drive.changes().watch("1", wanted("c").setExpiration(end)).execute().getExpiration())
        .isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/x, 400, push.webhookUrlNotHttps",
    "http://169.254.169.254/latest, 400, push.webhookUrlNotHttps",
    "https://example.org/x, 401, push.webhookUrlUnauthorized",
    "https://10.0.0.1/x, 401, push.webhookUrlUnauthorized",
    "https://localhost.evil.example/x, 401, push.webhookUrlUnauthorized",
    "http://127.0.0.1@evil.example/x, 400, invalid",
    "file:///etc/passwd, 400, invalid",
    "ftp://localhost/x, 400, invalid",
    "nonsense, 400, invalid",
  })
  void addressElsewhere_isRefused(String address, int status, String reason) throws Exception {
    String body = "{\"id\":\"c\",\"type\":\"web_hook\",\"address\":\"" + address + "\"}";
    var answer = server.send("POST", "/drive/v3/files/" + ID + "/watch", body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"reason\": \"" + reason + "\"");
  }

  @Test
  void tokenThatIsNoHeader_andMissingIdOrType_areRefused() {
    assertThat(
            refused(() -> drive.files().watch(ID, wanted("c").setToken("a\r\nX: y")).execute(), 400)
                .getReason())
        .isEqualTo("invalid");
    assertThat(refused(() -> drive.files().watch(ID, wanted("")).execute(), 400).getReason())
        .isEqualTo("required");
    assertThat(
            refused(() -> drive.files().watch(ID, wanted("c").setType("email")).execute(), 400)
                .getReason())
        .isEqualTo("push.channelTypeNotSupported");
  }
}
