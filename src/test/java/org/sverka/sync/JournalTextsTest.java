package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.JournalLayout;

class JournalTextsTest {
  private final JournalTexts texts = new JournalTexts(Scene.SIGNED);

  private static Entry entry(String message) {
    return new Entry(
        1,
        Instant.EPOCH,
        EntryType.EDIT,
        "1.3",
        "status",
        "",
        "",
        Verdict.REJECTED,
        List.of(new LoggedFinding("status-vocabulary", Severity.ERROR, message)),
        "",
        PartyBasis.UNKNOWN,
        false);
  }

  @Test
  void finding_isShownWithItsSeverity() {
    assertThat(texts.of(entry("«Готово» нет в списке."), JournalLayout.FINDINGS))
        .isEqualTo("Ошибка. «Готово» нет в списке.");
  }

  @Test
  void findingOfAnErasedEntry_isNotShown() {
    assertThat(texts.of(entry(""), JournalLayout.FINDINGS)).isEmpty();
  }
}
