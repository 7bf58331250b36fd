package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sverka.local.Presence.Place;

class PresenceTest {
  private static final GuestName ANNA = GuestName.of("Анна");
  private static final GuestName NOBODY = GuestName.of("");
  private static final Place PLACE = new Place(0, 2, 5);

  private final Hands clock = new Hands();
  private final Presence presence = new Presence(clock);
  private final List<JsonNode> heard = new ArrayList<>();

  @Test
  void windows_getTheSmallestFreeNumbers() {
    Consumer<String> stream = text -> {};
    presence.listen("window-a", stream);
    assertThat(presence.here("window-a", NOBODY, PLACE)).isEqualTo(1);
    assertThat(presence.here("window-b", NOBODY, PLACE)).isEqualTo(2);
    presence.forget(stream);
    assertThat(presence.here("window-c", NOBODY, PLACE)).isEqualTo(1);
    assertThat(presence.here("window-b", NOBODY, PLACE)).isEqualTo(2);
  }

  @Test
  void listener_isToldWhoIsHereAndWhoComes() {
    presence.here("window-a", ANNA, PLACE);
    listen();
    presence.here("window-b", NOBODY, PLACE);

    assertThat(heard.get(0).at("/everybody/0").toString())
        .isEqualTo("{\"number\":1,\"name\":\"Анна\",\"sheetId\":0,\"row\":2,\"column\":5}");
    assertThat(heard.get(1).at("/here/number").asInt()).isEqualTo(2);
  }

  @Test
  void windowsOwnName_isNeverToldToOthers() {
    listen();
    presence.here("window-a", ANNA, PLACE);
    clock.pass(Presence.SILENCE.plusSeconds(1));
    presence.sweep();

    assertThat(heard).hasSize(3);
    assertThat(heard.toString()).doesNotContain("window-a");
  }

  @Test
  void windowThatCameBackOnAnotherStream_isStillHere() {
    Consumer<String> lost = text -> {};
    presence.listen("window-a", lost);
    presence.here("window-a", ANNA, PLACE);
    presence.listen("window-a", text -> {});
    listen();
    presence.forget(lost);

    assertThat(heard).hasSize(1);
  }

  @Test
  void sameWordTwice_isNoNews() {
    presence.here("window-a", ANNA, PLACE);
    listen();
    presence.here("window-a", ANNA, PLACE);
    assertThat(heard).hasSize(1);
    presence.here("window-a", ANNA, new Place(0, 3, 5));
    assertThat(heard).hasSize(2);
  }

  @Test
  void silentWindow_isForgottenAfterAMinute() {
    presence.here("window-a", ANNA, PLACE);
    listen();
    clock.pass(Presence.SILENCE);
    presence.sweep();
    assertThat(heard).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    presence.sweep();
    assertThat(heard.get(1).path("gone").asInt()).isEqualTo(1);
  }

  @Test
  void tooManyWindows_areNotShown() {
    for (int i = 0; i < Presence.MOST; i++) {
      presence.here("window-" + i, NOBODY, PLACE);
    }
    assertThat(presence.here("one-too-many", NOBODY, PLACE)).isZero();
    clock.pass(Presence.SILENCE.plusSeconds(1));
    assertThat(presence.here("one-too-many", NOBODY, PLACE)).isEqualTo(1);
  }

  @Test
  void hostileName_becomesOneShortVisibleLine() {
    assertThat(GuestName.of(" a\u202Eb\u0000c\nd\u200B\tе \uD800").text()).isEqualTo("abc d е");
    assertThat(GuestName.of("я".repeat(500)).text()).hasSize(40);
    assertThat(GuestName.of("😀".repeat(500)).text()).isEqualTo("😀".repeat(40));
    assertThat(GuestName.of("<b>«Имя»</b>").text()).isEqualTo("<b>«Имя»</b>");
  }

  private void listen() {
    presence.listen(
        "",
        text -> {
          assertThat(text).startsWith("event: presence\ndata: {").endsWith("}\n\n");
          String data = text.substring(text.indexOf('{')).strip();
          heard.add(Json.parse(data.getBytes(StandardCharsets.UTF_8)));
        });
  }

  /** A clock that is moved by hand. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
