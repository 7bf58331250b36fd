package org.sverka.google;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onTabs;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the live checklist makes of what servers say. */
class LiveAnswersIT {
  private static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @ParameterizedTest
  @CsvSource({
    SPREADSHEET + ", true, true, is in the bin",
    SPREADSHEET + ", false, false, for reading only",
    "application/vnd.openxmlformats-officedocument, false, true, Save as Google Sheets",
  })
  void fileThatWillNotDo_saysWhatToDo(String type, boolean trashed, boolean edit, String advice) {
    server.stubFor(
        get(urlPathEqualTo("/drive/v3/files/roadmap"))
            .willReturn(
                json(
                    "{\"mimeType\":\"%s\",\"trashed\":%s,\"capabilities\":{\"canEdit\":%s}}"
                        .formatted(type, trashed, edit))));

    assertThat(details("Drive shows the file")).singleElement().asString().contains(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE_DISABLED, Google Drive API is switched off",
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT, drive.metadata.readonly",
  })
  void refusal_namesTheApiOrTheScope(String reason, String advice) {
    String refusal =
        """
        {"error":{"code":403,"message":"no","status":"PERMISSION_DENIED","details":[
          {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s",
           "metadata":{"service":"drive.googleapis.com"}}]}}\
        """
            .formatted(reason);
    server.stubFor(
        get(urlPathEqualTo("/drive/v3/changes/startPageToken")).willReturn(json(403, refusal)));

    assertThat(details("Drive tells what")).singleElement().asString().contains(advice);
  }

  @Test
  void goodFile_isFine() {
    server.stubFor(
        get(urlPathEqualTo("/drive/v3/files/roadmap"))
            .willReturn(
                json(
                    "{\"mimeType\":\"%s\",\"version\":\"17\",\"capabilities\":{\"canEdit\":true}}"
                        .formatted(SPREADSHEET))));

    assertThat(details("Drive shows the file")).containsExactly("version 17");
  }

  @ParameterizedTest
  @CsvSource({"0, s ahead", "600, timedatectl", "-600, timedatectl"})
  void clock_isComparedWithTheServers(int seconds, String words) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    server.stubFor(get(urlPathEqualTo("/")).willReturn(json("{}").withHeader("Date", date)));

    assertThat(details("The clock")).singleElement().asString().contains(words);
  }

  private static List<String> details(String title) {
    server.stubFor(onTabs().willReturn(json(Bodies.TABS_WITHOUT_OURS)));
    List<LivePoint> points = new ArrayList<>();
    new LiveCheck(
            Fixture.settings(server.baseUrl(), ""),
            Access.embedded(""),
            Fixture.LAYOUT,
            Fixture.ROADMAP,
            "")
        .run("", points::add);
    return points.stream()
        .filter(point -> point.title().startsWith(title))
        .map(LivePoint::detail)
        .toList();
  }
}
