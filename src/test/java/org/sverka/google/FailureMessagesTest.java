package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureMessagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void everyMessage_canBeFormatted(String language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle("org.sverka.google.messages", Locale.forLanguageTag(language));

    for (String key : bundle.keySet()) {
      String text =
          language.equals("ru")
              ? Words.sheet(key, 1, 2, 3, 4, 5, 6)
              : Words.operator(key, 1, 2, 3, 4, 5, 6);
      assertThat(text).as(key).isNotBlank().doesNotContain("{").doesNotContain("''");
    }
  }

  @Test
  void foreignWords_becomeOneShortLine() {
    assertThat(Words.foreign(" a\r\n\u001B[31mb\u0000 ")).isEqualTo("a [31mb");
    assertThat(Words.foreign("слово ".repeat(80))).hasSize(301);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ya29.a0AfH6SMBx-canary_token0123456789",
        "Authorization: Bearer ya29.c.canary0123456789abcdef",
        "1//0canary0123456789-abcdefgh",
        "canarycanarycanarycanarycanarycanarycanary",
        "The user canary@example.com may not",
        "mailto:canary+x@пример.рф",
      })
  void foreignWords_areQuotedWithoutSecretsAndAddresses(String words) {
    assertThat(Words.foreign(words)).contains("[…]").doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid requests[0].addProtectedRange: No grid with id: 1234567",
        "Unable to parse range: 'Дорожная карта'!A1:A",
        "Enable it by visiting"
            + " https://console.developers.google.com/apis/api/sheets.googleapis.com",
        "Request had insufficient authentication scopes.",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      })
  void foreignWords_thatSayWhatIsWrongAreLeft(String words) {
    assertThat(Words.foreign(words)).isEqualTo(words);
  }
}
