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
    assertThat(Words.foreign("x".repeat(400))).hasSize(301);
  }
}
